ALTER TABLE "otp_challenges" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "provider_code" text;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "message_status" text;