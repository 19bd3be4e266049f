/** Hands a text, or the parts of one, over as a file, to where downloads go, or to where the desktop's dialog says. */
export function saveFile({
  fileName,
  mimeType,
  content
}: {
  fileName: string
  mimeType: string
  content: string | readonly string[]
}): void {
  const url = URL.createObjectURL(new Blob([content].flat(), { type: mimeType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has begun, or will not.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
