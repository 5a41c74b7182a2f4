CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"query" text NOT NULL,
	"body" text NOT NULL,
	"is_set_aside" boolean DEFAULT false NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "provider_code" text;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "message_status" text;--> statement-breakpoint
CREATE INDEX "webhooks_line" ON "webhooks" USING btree ("is_set_aside","received_at");