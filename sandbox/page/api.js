// The control interface of sandbox/README.md.
const ROOT = "/sandbox/v1";

async function ask(path, options) {
  const response = await fetch(ROOT + path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.error ?? `${response.status} ${path}`), { status: response.status });
  return answer;
}

export function get(path) {
  return ask(path, { headers: { Accept: "application/json" } });
}

export function post(path, body = {}) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export function remove(path) {
  return ask(path, { method: "DELETE" });
}

/** Call back for every event; `heard(null)` stands for "connected again: anything may have changed". */
export function listen(heard, lost) {
  const source = new EventSource(`${ROOT}/events`);
  source.onopen = () => heard(null);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = lost;
}

/** Make a deed that runs once at a time; asked for while it runs, it runs once more after that. */
export function once(work) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running) again = true;
    else running = run().finally(() => { running = null; });
    return running;
  };
}
