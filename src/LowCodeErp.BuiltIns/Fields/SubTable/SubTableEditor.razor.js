// Lines come and go, so the element to focus is known by its id only after the new lines are drawn.
export function focus(id) {
  document.getElementById(id)?.focus();
}
