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
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "top_ups_newest" ON "top_ups" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "top_ups_one_open" ON "top_ups" USING btree ("organization_id") WHERE "top_ups"."status" = 'open';