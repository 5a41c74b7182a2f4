import {
  AtSign,
  Calendar,
  CalendarClock,
  Clock,
  Coins,
  Hash,
  Link2,
  type LucideIcon,
  MapPin,
  MapPinned,
  Phone,
  Type,
} from 'lucide-react'
import type { DataType } from '#domain/components/data-type.ts'

/** How data types look. */
export const dataTypeIcons: Record<DataType, LucideIcon> = {
  text: Type,
  number: Hash,
  date: Calendar,
  dateTime: CalendarClock,
  time: Clock,
  address: MapPin,
  coordinate: MapPinned,
  phoneNumber: Phone,
  email: AtSign,
  url: Link2,
  currency: Coins,
}
