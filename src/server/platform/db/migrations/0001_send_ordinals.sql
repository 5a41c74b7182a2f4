DROP INDEX "otp_challenges_velocity";--> statement-breakpoint
DROP INDEX "otp_challenges_worker";--> statement-breakpoint
DROP INDEX "otp_challenges_idempotency_key";--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "organization_ordinal" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "worker_ordinal" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "otp_challenges_velocity" ON "otp_challenges" USING btree ("organization_id","organization_ordinal");--> statement-breakpoint
CREATE INDEX "otp_challenges_worker" ON "otp_challenges" USING btree ("organization_id","worker_id","worker_ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "otp_challenges_idempotency_key" ON "otp_challenges" USING btree ("organization_id","idempotency_key") WHERE "otp_challenges"."idempotency_key" is not null;