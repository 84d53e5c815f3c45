// Tells the server which part of a drawing is in view, once a frame at most and only when it has moved noticeably.
const step = 200;

export function follow(element, canvas) {
  let told = null;
  let waiting = false;
  const look = () => {
    waiting = false;
    const now = [element.scrollLeft, element.scrollTop, element.clientWidth, element.clientHeight];
    if (!told || now.some((value, index) => Math.abs(value - told[index]) >= step)) {
      told = now;
      canvas.invokeMethodAsync("Look", ...now);
    }
  };
  const schedule = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(look);
    }
  };
  const observer = new ResizeObserver(schedule);
  observer.observe(element);
  element.addEventListener("scroll", schedule, { passive: true });
  schedule();
}

export function show(element, x, y, focused) {
  element.scrollTo({ left: x - element.clientWidth / 2, top: y - element.clientHeight / 2 });
  if (focused) {
    // The box may be drawn only once it is in view.
    const take = tries => {
      const box = element.querySelector(focused);
      if (box) {
        box.focus({ preventScroll: true });
      } else if (tries > 0) {
        setTimeout(() => take(tries - 1), 50);
      }
    };
    take(20);
  }
}
