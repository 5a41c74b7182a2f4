/** The longest side of a photo that is uploaded, in pixels. */
export const longestSide = 1_600

/** A size scaled down, in proportion, so that neither side is longer than `longest`; never up. */
export const fitWithin = (width: number, height: number, longest: number) => {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}
