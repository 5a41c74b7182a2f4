import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Welcome } from '#contract/session-contract.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { useSignIn } from './use-sign-in.ts'

/** Sign in by email and password, or with one click where the demo workspace is on. */
export const SignInScreen = () => {
  useDocumentTitle('Sign in')
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const welcome = useQuery({
    queryKey: ['welcome'],
    queryFn: (): Promise<Welcome> => call(api.v1.welcome.$get()),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const demoAccounts = welcome.data?.demoAccounts ?? []
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-10 outline-none"
    >
      <header className="text-center">
        <img src="favicon.svg" alt="" className="mx-auto mb-4 size-11" />
        <h1 className="font-semibold text-2xl text-ink tracking-tight">Sign in to Sandi</h1>
        <p className="mt-1 text-base text-muted">Flows for verified field work</p>
      </header>
      <Card className="group/form p-5" data-touch="">
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (!signIn.isPending) signIn.mutate({ email: email.trim(), password })
          }}
        >
          <Field label="Email">
            {(control) => (
              <Input
                {...control}
                type="email"
                autoComplete="username"
                value={email}
                onChange={({ target }) => setEmail(target.value)}
              />
            )}
          </Field>
          <Field label="Password">
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={({ target }) => setPassword(target.value)}
              />
            )}
          </Field>
          <p role="alert" className="font-medium text-danger-ink text-sm empty:hidden">
            {signIn.error && toMessage(signIn.error)}
          </p>
          <Button
            type="submit"
            variant="primary"
            size="large"
            busy={signIn.isPending}
            disabled={email.trim() === '' || password === ''}
          >
            Sign in
          </Button>
        </form>
      </Card>
      {demoAccounts.length > 0 && (
        <DemoAccounts
          accounts={demoAccounts}
          busyEmail={signIn.isPending ? signIn.variables.email : undefined}
          onChoose={signIn.mutate}
        />
      )}
    </main>
  )
}
