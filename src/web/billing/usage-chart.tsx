import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisProps, tooltipProps } from './chart-style.ts'

/** One day (or whatever a bar stands for), with the same of the period before where that is compared. */
export interface ChartPoint {
  name: string
  value: number
  before: number | null
}

interface UsageChartProps {
  /** What is measured, for example "Credits". */
  measure: string
  points: readonly ChartPoint[]
  isCompared: boolean
}

/** Usage as bars; the table below says the same. */
export const UsageChart = ({ measure, points, isCompared }: UsageChartProps) => (
  <figure aria-label={`${measure}, as a chart; the table below has the same figures`}>
    <ResponsiveContainer width="100%" height={220}>
      <ComposedChart data={[...points]} margin={{ top: 8, right: 8 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis {...axisProps} dataKey="name" minTickGap={24} />
        <YAxis {...axisProps} width={48} allowDecimals={measure === 'Credits'} />
        <Tooltip {...tooltipProps} />
        <Bar
          dataKey="value"
          name={measure}
          fill="var(--accent)"
          radius={[3, 3, 0, 0]}
          maxBarSize={36}
          isAnimationActive={false}
        />
        {isCompared && (
          <Line
            dataKey="before"
            name="Period before"
            stroke="var(--muted)"
            strokeWidth={2}
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
    {isCompared && (
      <figcaption className="text-center text-muted text-xs">
        <span aria-hidden="true">╍╍</span> the period before
      </figcaption>
    )}
  </figure>
)
