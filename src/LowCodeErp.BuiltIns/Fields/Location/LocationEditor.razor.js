// Asks the browser, which asks the person. What is wrong comes back as the name of a text.
const problems = { 1: 'Denied', 2: 'Unavailable', 3: 'Unavailable' };

export function locate() {
  if (!window.isSecureContext || !navigator.geolocation) {
    return { problem: 'Insecure' };
  }
  return new Promise(resolve => navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude, accuracy: coords.accuracy }),
    error => resolve({ problem: problems[error.code] }),
    { enableHighAccuracy: true, timeout: 20000 }));
}
