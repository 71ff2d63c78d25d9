/** @returns {'phone' | 'tablet' | 'desktop'} by pointer and screen; nothing else is looked at */
export function deviceOf() {
  const small = Math.min(screen.width, screen.height) < 600;
  return !matchMedia('(pointer:coarse)').matches ? 'desktop' : small ? 'phone' : 'tablet';
}
