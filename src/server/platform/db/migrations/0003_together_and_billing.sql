CREATE TABLE "billing_settings" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"currency" text,
	"low_balance_micro" bigint NOT NULL,
	"told_level" text NOT NULL,
	CONSTRAINT "billing_settings_low_balance" CHECK ("billing_settings"."low_balance_micro" >= 0)
);
--> statement-breakpoint
CREATE TABLE "flow_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_counters" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "top_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"credits" integer NOT NULL,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_percent" integer NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"status" text NOT NULL,
	"provider" text NOT NULL,
	"checkout_id" text,
	"checkout_url" text,
	"declined" boolean DEFAULT false NOT NULL,
	"ordered_by" text NOT NULL,
	"billed_to" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"invoice_number" text,
	CONSTRAINT "top_ups_invoice_number_unique" UNIQUE("invoice_number"),
	CONSTRAINT "top_ups_total" CHECK ("top_ups"."total_minor" = "top_ups"."net_minor" + "top_ups"."tax_minor"),
	CONSTRAINT "top_ups_paid" CHECK (("top_ups"."status" = 'paid') = ("top_ups"."paid_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"query" text NOT NULL,
	"body" text NOT NULL,
	"is_set_aside" boolean DEFAULT false NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "ledger_entries_newest";--> statement-breakpoint
ALTER TABLE "flow_operations" ADD COLUMN "text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "flow_operations" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "flow_versions" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "flow_versions" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "flows" ADD COLUMN "document_revision" integer;--> statement-breakpoint
ALTER TABLE "flows" ADD COLUMN "deleted_by" text;--> statement-breakpoint
ALTER TABLE "flows" ADD COLUMN "purged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "provider_code" text;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD COLUMN "message_status" text;--> statement-breakpoint
ALTER TABLE "billing_settings" ADD CONSTRAINT "billing_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_templates" ADD CONSTRAINT "flow_templates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_templates" ADD CONSTRAINT "flow_templates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "flow_templates_name" ON "flow_templates" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE INDEX "top_ups_newest" ON "top_ups" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "top_ups_one_open" ON "top_ups" USING btree ("organization_id") WHERE "top_ups"."status" = 'open';--> statement-breakpoint
CREATE INDEX "webhooks_line" ON "webhooks" USING btree ("is_set_aside","received_at");--> statement-breakpoint
ALTER TABLE "flows" ADD CONSTRAINT "flows_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Names were only looked at before they were written, so two flows may have one: the younger ones get
-- the end of their id after it, in the document too.
UPDATE "flows" SET "name" = "flows"."name" || ' (' || right("flows"."id", 4) || ')', "document" = jsonb_set("document", '{settings,name}', to_jsonb("flows"."name" || ' (' || right("flows"."id", 4) || ')')) FROM (SELECT "id", row_number() OVER (PARTITION BY "organization_id", lower("name") ORDER BY "created_at", "id") AS "place" FROM "flows" WHERE "deleted_at" IS NULL) AS "named" WHERE "named"."id" = "flows"."id" AND "named"."place" > 1;--> statement-breakpoint
CREATE UNIQUE INDEX "flows_name" ON "flows" USING btree ("organization_id",lower("name")) WHERE "flows"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "otp_challenges_newest" ON "otp_challenges" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "otp_challenges_country" ON "otp_challenges" USING btree ("organization_id","country","created_at");--> statement-breakpoint
CREATE INDEX "ledger_entries_newest" ON "ledger_entries" USING btree ("organization_id","created_at","id");