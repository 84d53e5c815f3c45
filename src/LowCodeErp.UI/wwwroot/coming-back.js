// Whoever comes back to this window may have added a record in another one.
export function attach(owner) {
  const look = () => document.visibilityState === 'visible' && owner.invokeMethodAsync('LookAgainAsync').catch(() => {});
  addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return {
    detach() {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    },
  };
}
