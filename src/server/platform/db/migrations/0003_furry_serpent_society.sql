CREATE TABLE "billing_settings" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"currency" text,
	"low_balance_micro" bigint NOT NULL,
	"told_level" text NOT NULL,
	CONSTRAINT "billing_settings_low_balance" CHECK ("billing_settings"."low_balance_micro" >= 0)
);
--> statement-breakpoint
DROP INDEX "ledger_entries_newest";--> statement-breakpoint
ALTER TABLE "billing_settings" ADD CONSTRAINT "billing_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "otp_challenges_newest" ON "otp_challenges" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "ledger_entries_newest" ON "ledger_entries" USING btree ("organization_id","created_at","id");