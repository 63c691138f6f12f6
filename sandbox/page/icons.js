// Line drawings of 24 × 24, one path each.
const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-4-6zM11 14l4-4",
  attach: "M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.8 7.7a1.4 1.4 0 0 1-2-2L14.500 7",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M10 8L5 12.500l5 4.500M5 12.500h9a5 5 0 0 1 5 5V19",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  delete: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  pin: "M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5",
  voice: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 2-2 5 5M15.500 10.500h.01",
  upload: "M12 16V5M7.500 9.500L12 5l4.500 4.500M5 19h14",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
  link: "M9 15l6-6M11 6h7v7",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  next: "M6 5l9 7-9 7zM18 5v14",
  slash: "M15 5L9 19",
  stop: "M6 6h12v12H6z",
  more: "M12 5.500h.01M12 12h.01M12 18.500h.01",
  forward: "M9 5l7 7-7 7",
  down: "M7 10l5 5 5-5",
  document: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  plus: "M12 5v14M5 12h14",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500",
  group: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19.500c.8-3.500 3.200-5 6.500-5s5.700 1.500 6.500 5M16 4.800a3.500 3.500 0 0 1 0 6.400M17.500 14.800c2.200.6 3.500 2.200 4 4.700",
  robot: "M5 9h14v10H5zM12 9V5M9.500 14h.01M14.500 14h.01M3 13v3M21 13v3M12 4.500h.01",
  star: "M12 4l2.400 5 5.600.7-4.100 3.800 1.100 5.500-5-2.800-5 2.800 1.100-5.500L4 9.700 9.600 9z",
  mute: "M5 9h3l5-4v14l-5-4H5zM17 9.500l4 5M21 9.500l-4 5",
  rise: "M12 20V5M6 11l6-6 6 6",
  topic: "M4 5h16v11H10l-4 4v-4H4zM8 9.500h8M8 12.500h5",
  channel: "M4 10v4h3l7 4V6l-7 4zM17.500 9.500c1.200 1.500 1.200 3.500 0 5",
  leave: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  eye: "M2.500 12c2.500-4.500 6-6.500 9.500-6.500s7 2 9.500 6.500c-2.500 4.500-6 6.500-9.500 6.500S5 16.500 2.500 12zM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5",
  halves: "M4 5h16v14H4zM12 5v14",
  doors: "M5 20V4h9v16M14 8h5v12M3 20h18M10.500 12h.01",
  operator: "M4 5h16v14H4zM7.500 10l2.500 2.500L7.500 15M12.500 15h4",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  reset: "M5 12a7 7 0 1 0 2.200-5.100M7.500 3v4.200h4.200",
  menu: "M4 7h16M4 12h16M4 17h16",
  check: "M5 12.500l5 5L19.500 7.500",
  language: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9S9 6 12 3",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
