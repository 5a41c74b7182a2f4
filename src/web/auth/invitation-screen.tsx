import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MailX } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenInvitation } from '#contract/member-contract.ts'
import { passwordLength } from '#contract/password-length.ts'
import { roleNames } from '#contract/role-words.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { QueryView } from '#web/shared/query-view.tsx'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useSignIn } from './use-sign-in.ts'

/** Where the link of an invitation leads: who comes by it chooses a password, and is in. */
export const InvitationScreen = () => {
  useDocumentTitle('Invitation')
  // Browsers do not send what follows the #.
  const [token] = useState(() => location.hash.slice(1))
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(api.v1.invitations.read.$post({ json: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const hasEnded =
    invitation.error instanceof ApiError && invitation.error.code === 'invitation-ended'
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-10 outline-none"
    >
      {hasEnded ? (
        <EmptyState icon={MailX} titleAs="h1" title="This invitation is not valid any more">
          {toMessage(invitation.error)}
        </EmptyState>
      ) : (
        <QueryView query={invitation} loading={<Skeleton className="h-80 w-full" />}>
          {(open) => <AcceptForm token={token} invitation={open} />}
        </QueryView>
      )}
    </main>
  )
}

interface Accept {
  name: string
  password: string
}

/** Joins, then signs in as who joined. */
const useAccept = (token: string) => {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const signIn = useSignIn()
  return useMutation({
    mutationFn: async ({ name, password }: Accept) => {
      const { email } = await call(
        api.v1.invitations.accept.$post({ json: { token, name, password } }),
      )
      // What was fetched for whoever used this browser before is not theirs.
      client.clear()
      await signIn.mutateAsync({ email, password })
      navigate('/', { replace: true })
    },
  })
}

const AcceptForm = ({ token, invitation }: { token: string; invitation: OpenInvitation }) => {
  const accept = useAccept(token)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { organisation, email, role, invitedBy } = invitation
  const isShort = password !== '' && password.length < passwordLength.least
  const isComplete = name.trim() !== '' && password.length >= passwordLength.least
  return (
    <>
      <header className="text-center">
        <img src="favicon.svg" alt="" className="mx-auto mb-4 size-11" />
        <h1 className="break-words font-semibold text-2xl text-ink tracking-tight">
          Join {organisation}
        </h1>
        <p className="mt-1 text-base text-muted">
          {invitedBy} invites you as {roleNames[role]}.
        </p>
      </header>
      <Card className="group/form p-5" data-touch="">
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (isComplete && !accept.isPending) accept.mutate({ name: name.trim(), password })
          }}
        >
          <Field label="Email">
            {(control) => (
              <Input {...control} type="email" autoComplete="username" readOnly value={email} />
            )}
          </Field>
          <Field label="Your name">
            {(control) => (
              <Input
                {...control}
                autoComplete="name"
                maxLength={100}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Field
            label="Password"
            description={isShort ? '' : `At least ${passwordLength.least} characters.`}
            error={
              isShort
                ? `${passwordLength.least - password.length} more characters are needed.`
                : undefined
            }
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                maxLength={passwordLength.most}
                value={password}
                onChange={({ target }) => setPassword(target.value)}
              />
            )}
          </Field>
          <p role="alert" className="font-medium text-danger-ink text-sm empty:hidden">
            {accept.error && toMessage(accept.error)}
          </p>
          <Button
            type="submit"
            variant="primary"
            size="large"
            busy={accept.isPending}
            disabled={!isComplete}
          >
            Join
          </Button>
        </form>
      </Card>
    </>
  )
}
