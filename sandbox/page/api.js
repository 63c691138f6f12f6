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

/** Call back for every event; `heard(null)` stands for "connected again: anything may have changed". */
export function listen(heard, lost) {
  const source = new EventSource(`${ROOT}/events`);
  source.onopen = () => heard(null);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onerror = lost;
}
