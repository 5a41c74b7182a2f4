import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { SandboxOutcome } from '#contract/sandbox-contract.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field } from '#web/ui/field.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { Select } from '#web/ui/select.tsx'
import { outcomeNames } from './outcome-names.ts'
import { rulesQuery, useReplaceRules } from './sandbox-queries.ts'

const outcomes = Object.entries(outcomeNames) as [SandboxOutcome, string][]

/** Decides what becomes of the messages that are sent from now on. */
export const OutcomeRules = () => {
  const { data: rules = [] } = useQuery(rulesQuery)
  const replace = useReplaceRules()
  const [recipient, setRecipient] = useState('')
  const [outcome, setOutcome] = useState<SandboxOutcome>('undeliverable')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const to = recipient.trim() || null
    const others = rules.filter((rule) => rule.recipient !== to)
    replace.mutate([...others, { recipient: to, outcome }], { onSuccess: () => setRecipient('') })
  }
  return (
    <Card className="flex flex-col gap-4 p-4">
      <div>
        <h2 className="font-semibold text-base text-ink">Force an outcome</h2>
        <p className="text-muted">Of the messages that are sent from now on.</p>
      </div>
      {rules.length > 0 && (
        <ul aria-label="Forced outcomes" className="flex flex-col divide-y divide-line">
          {rules.map((rule) => (
            <li key={rule.recipient} className="flex items-center gap-2 py-1.5">
              <span className="min-w-0 grow">
                <span className="block break-all font-medium text-ink">
                  {rule.recipient ?? 'Everybody'}
                </span>
                <span className="block text-muted text-xs">{outcomeNames[rule.outcome]}</span>
              </span>
              <IconButton
                icon={X}
                label={`Remove the outcome for ${rule.recipient ?? 'everybody'}`}
                tooltipSide="left"
                disabled={replace.isPending}
                onClick={() => replace.mutate(rules.filter((other) => other !== rule))}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add} className="flex flex-col gap-3">
        <Field label="Outcome">
          {(control) => (
            <Select
              {...control}
              value={outcome}
              onChange={({ target }) => setOutcome(target.value as SandboxOutcome)}
            >
              {outcomes.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Recipient" description="Empty for everybody.">
          {(control) => (
            <Input
              {...control}
              placeholder="+6281234567890 or a mail address"
              autoComplete="off"
              value={recipient}
              onChange={({ target }) => setRecipient(target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={replace.isPending} className="self-start">
          Force outcome
        </Button>
      </form>
    </Card>
  )
}
