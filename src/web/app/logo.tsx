/** The mark of Sandi: a code that has been verified. */
export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
    <rect width="32" height="32" rx="8" fill="#4f46e5" />
    <g fill="#fff">
      <circle cx="8" cy="11" r="2" />
      <circle cx="13.33" cy="11" r="2" />
      <circle cx="18.67" cy="11" r="2" />
      <circle cx="24" cy="11" r="2" />
    </g>
    <path
      d="M10.5 20.5l4 4 7.5-8"
      fill="none"
      stroke="#5eead4"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
