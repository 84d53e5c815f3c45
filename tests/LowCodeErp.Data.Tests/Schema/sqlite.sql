-- 1. new
CREATE TABLE "customer" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_customer" PRIMARY KEY,
    "name" TEXT NULL,
    "code" TEXT NULL,
    "fax" TEXT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" INTEGER NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by" INTEGER NULL,
    "deleted_at" TEXT NULL
);
CREATE TABLE "old" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_old" PRIMARY KEY,
    "name" TEXT NULL,
    "customer" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" INTEGER NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by" INTEGER NULL,
    "deleted_at" TEXT NULL,
    CONSTRAINT "FK_old_customer_customer" FOREIGN KEY ("customer") REFERENCES "customer" ("id") ON DELETE RESTRICT
);
CREATE TABLE "order" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_order" PRIMARY KEY,
    "number" TEXT NULL,
    "total" REAL NULL,
    "paid" INTEGER NULL,
    "due" TEXT NULL,
    "sent" TEXT NULL,
    "clerk" INTEGER NULL,
    "customer" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" INTEGER NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by" INTEGER NULL,
    "deleted_at" TEXT NULL,
    CONSTRAINT "FK_order_customer_customer" FOREIGN KEY ("customer") REFERENCES "customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_order_sys_member_clerk" FOREIGN KEY ("clerk") REFERENCES "sys_member" ("id") ON DELETE RESTRICT
);
CREATE TABLE "order_line" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_order_line" PRIMARY KEY,
    "order" INTEGER NULL,
    "quantity" REAL NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" INTEGER NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by" INTEGER NULL,
    "deleted_at" TEXT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "FK_order_line_order_order" FOREIGN KEY ("order") REFERENCES "order" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_customer_code" ON "customer" ("code") WHERE "code" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_old_customer" ON "old" ("customer");
CREATE UNIQUE INDEX "IX_old_name" ON "old" ("name") WHERE "name" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_order_clerk" ON "order" ("clerk");
CREATE INDEX "IX_order_customer" ON "order" ("customer");
CREATE UNIQUE INDEX "IX_order_number" ON "order" ("number") WHERE "number" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_order_line_order" ON "order_line" ("order");

-- 2. changed
ALTER TABLE "customer" RENAME COLUMN "fax" TO "_removed_fax_7";
DROP INDEX "IX_order_clerk";
ALTER TABLE "order" RENAME COLUMN "clerk" TO "_removed_clerk_7";
DROP INDEX "IX_old_customer";
DROP INDEX "IX_old_name";
ALTER TABLE "old" RENAME TO "_removed_old_7";
DROP INDEX "IX_customer_code";
ALTER TABLE "order_line" ADD "product" INTEGER NULL CONSTRAINT "FK_order_line_product_product" REFERENCES "product" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer" ADD "last_order" INTEGER NULL CONSTRAINT "FK_customer_order_last_order" REFERENCES "order" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer" ADD "phone" TEXT NULL;
CREATE TABLE "product" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_product" PRIMARY KEY,
    "name" TEXT NULL,
    "tags" TEXT NULL,
    "parts" TEXT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "created_by" INTEGER NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by" INTEGER NULL,
    "deleted_at" TEXT NULL
);
CREATE INDEX "IX_order_line_product" ON "order_line" ("product");
CREATE INDEX "IX_customer_last_order" ON "customer" ("last_order");
