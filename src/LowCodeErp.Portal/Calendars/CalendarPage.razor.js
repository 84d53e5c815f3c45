// The arrows move from day to day over the whole year; only one day at a time is a stop of the tabulator.
const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const months = { PageUp: -1, PageDown: 1 };

export function moveByArrows(year) {
  year.addEventListener('keydown', (event) => {
    const from = event.target.closest('[data-date]');
    const to = from && year.querySelector(`button[data-date="${goal(from.dataset.date, event.key)}"]`);
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });
  year.addEventListener('focusin', (event) => {
    const day = event.target.closest('button[data-date]');
    if (day) {
      year.querySelectorAll('button[data-date][tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
      day.tabIndex = 0;
    }
  });
}

function goal(date, key) {
  const day = new Date(`${date}T00:00:00Z`);
  if (key in days) {
    day.setUTCDate(day.getUTCDate() + days[key]);
  } else if (key in months) {
    // The 31st of a short month is its last day.
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + months[key]);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last));
  } else {
    return null;
  }

  return day.toISOString().slice(0, 10);
}
