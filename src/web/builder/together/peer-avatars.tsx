import { useStore } from 'zustand'
import { useSession } from '#web/shared/session.ts'
import { selectComponents, selectPages } from '../actions/select-commands.ts'
import { type Builder, flowOf } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { Avatar } from './avatar.tsx'
import { listPersons } from './peer-look.ts'
import type { Person } from './peer-store.ts'

/** More are counted. */
const mostShown = 4

/** Goes to where somebody is: selects the same, and brings it into view. */
const visit = (builder: Builder, { pageId, componentId }: Person): void => {
  const { pagesById, componentsById } = flowOf(builder)
  if (componentId !== null && componentsById[componentId]) selectComponents(builder, [componentId])
  else if (pageId !== null && pagesById[pageId]) selectPages(builder, [pageId])
  if (pageId !== null) builder.canvas?.reveal(pageId)
}

/** Who else is here: a press goes to where they are. */
export const PeerAvatars = () => {
  const builder = useBuilder()
  const { user } = useSession()
  const people = useStore(builder.peers.people)
  const persons = listPersons(people)
  const rest = persons.length - mostShown
  const nameOf = ({ userId, name }: Person) => (userId === user.id ? 'You, in another tab' : name)
  return (
    <ul aria-label="Also here" className="flex items-center -space-x-1">
      {persons.slice(0, mostShown).map((person, index) => (
        <li key={person.userId} className={index === 0 ? '' : 'max-sm:hidden'}>
          <button
            type="button"
            aria-label={`Go to ${nameOf(person)}`}
            title={nameOf(person)}
            onClick={() => visit(builder, person)}
            className="grid rounded-full"
          >
            <Avatar person={person} />
          </button>
        </li>
      ))}
      {rest > 0 && <li className="pl-2.5 text-muted text-xs max-sm:hidden">+{rest}</li>}
      {persons.length > 1 && (
        <li className="pl-2 text-muted text-xs sm:hidden">+{persons.length - 1}</li>
      )}
    </ul>
  )
}
