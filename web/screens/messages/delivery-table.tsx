import { Link } from '@tanstack/react-router'
import type { Delivery } from '../../client.generated.ts'
import { useRedeliver } from '../../data/messages.ts'
import { Deliveries, NoDeliveries } from '../../parts/deliveries.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'

/** Letters by whom they go to, with what stood in the way and a way to try again; what they say is not shown. */
export const DeliveryTable = ({ deliveries, narrowed }: { deliveries: readonly Delivery[]; narrowed: boolean }) => {
  const { deliveries: words } = useMessagesTexts()
  const again = useRedeliver()
  if (deliveries.length === 0) return <NoDeliveries words={words} narrowed={narrowed} />
  return (
    <>
      {again.error && <Trouble title={words.failed} error={again.error} retry={() => again.reset()} />}
      <Deliveries
        words={words}
        columns={[words.columns.to, words.columns.what]}
        rows={deliveries.map(({ id, person, form, messages, kind, channel, madeAt, sentAt, trouble, chatTrouble, ...became }) => ({
          ...became,
          key: id,
          trouble: trouble && ((channel === 'chat' ? words.chatTroubles : words.troubles)[trouble] ?? words.trouble),
          besides: chatTrouble && words.notAsCard(words.chatTroubles[chatTrouble] ?? words.trouble),
          at: sentAt ?? madeAt,
          cells: [
            <Link to="/people/$person" params={{ person: person.id }}>
              {person.name}
            </Link>,
            <>
              {form === 'digest' ? words.digest(messages, channel) : (words.kinds[kind] ?? kind)}
              {channel === 'chat' && <small>{words.asCard}</small>}
            </>,
          ],
          again: became.state === 'dead' ? { label: words.againOf(person.name), go: () => again.mutate({ delivery: id }) } : null,
        }))}
      />
    </>
  )
}
