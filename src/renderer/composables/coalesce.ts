/** About a frame: what comes together is shown together. */
const FRAME = 16
/** A stream of changes is drawn ten times a second, which reads as live and leaves time for everything else. */
const PAUSE = 100

/** Makes calls that come close together one, soon after the first; a stream of them is not put off, but thinned out. */
export function coalesce(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = -Infinity
  return () => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        last = performance.now()
        run()
      },
      Math.max(FRAME, last + PAUSE - performance.now())
    )
  }
}
