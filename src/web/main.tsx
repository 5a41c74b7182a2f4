import './app/styles.css'
import { startApp } from './app/start-app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
if (import.meta.env.VITE_API === 'mock') {
  const { startMock } = await import('./app/start-mock.ts')
  await startMock(root)
}
startApp(root)
