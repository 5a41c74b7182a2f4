import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { RenameTemplate } from '#contract/flow-template-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { toFlowState } from '#domain/flow/flow-state.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'

const queryKey = ['flow-templates']

/** What a flow can be made from: the organisation's own templates, then those that everybody has. */
export const templatesQuery = () =>
  queryOptions({
    queryKey,
    queryFn: async () => {
      const { items } = await call(api.v1['flow-templates'].$get())
      return items.map(({ document, ...template }) => ({
        ...template,
        flow: toFlowState(document as FlowDocument),
      }))
    },
    structuralSharing: false,
  })

type Templates = Awaited<ReturnType<NonNullable<ReturnType<typeof templatesQuery>['queryFn']>>>
export type Template = Templates extends readonly (infer Item)[] ? Item : never

export const useRenameTemplate = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ templateId, ...json }: RenameTemplate & { templateId: string }) =>
      call(api.v1['flow-templates'][':templateId'].$patch({ param: { templateId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
}

export const useDeleteTemplate = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (templateId: string) =>
      call(api.v1['flow-templates'][':templateId'].$delete({ param: { templateId } })),
    onSuccess: () => client.invalidateQueries({ queryKey }),
    onError: (error) =>
      toast('The template could not be deleted', { tone: 'error', description: toMessage(error) }),
  })
}
