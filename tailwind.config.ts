import type { Config } from 'tailwindcss'

/** Read by `@config` in src/web/app/styles.css; colours and type are CSS variables there. */
export default {
  content: ['./index.html', './src/web/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
} satisfies Config
