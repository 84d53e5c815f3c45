-- 1. new
CREATE TABLE customer (
    id bigint NOT NULL,
    name character varying(100) COLLATE "C",
    code character varying(30) COLLATE "C",
    fax text COLLATE "C",
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone NOT NULL,
    updated_by bigint,
    deleted_at timestamp with time zone,
    CONSTRAINT "PK_customer" PRIMARY KEY (id)
);
CREATE TABLE old (
    id bigint NOT NULL,
    name text COLLATE "C",
    customer bigint,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone NOT NULL,
    updated_by bigint,
    deleted_at timestamp with time zone,
    CONSTRAINT "PK_old" PRIMARY KEY (id),
    CONSTRAINT "FK_old_customer_customer" FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE RESTRICT
);
CREATE TABLE "order" (
    id bigint NOT NULL,
    number text COLLATE "C",
    total numeric(15,2),
    paid boolean,
    due date,
    sent timestamp with time zone,
    clerk bigint,
    customer bigint,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone NOT NULL,
    updated_by bigint,
    deleted_at timestamp with time zone,
    CONSTRAINT "PK_order" PRIMARY KEY (id),
    CONSTRAINT "FK_order_customer_customer" FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_order_sys_member_clerk" FOREIGN KEY (clerk) REFERENCES sys_member (id) ON DELETE RESTRICT
);
CREATE TABLE order_line (
    id bigint NOT NULL,
    "order" bigint,
    quantity numeric(15,3),
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone NOT NULL,
    updated_by bigint,
    deleted_at timestamp with time zone,
    position integer NOT NULL,
    CONSTRAINT "PK_order_line" PRIMARY KEY (id),
    CONSTRAINT "FK_order_line_order_order" FOREIGN KEY ("order") REFERENCES "order" (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_customer_code" ON customer (code) WHERE "code" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_old_customer" ON old (customer);
CREATE UNIQUE INDEX "IX_old_name" ON old (name) WHERE "name" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_order_clerk" ON "order" (clerk);
CREATE INDEX "IX_order_customer" ON "order" (customer);
CREATE UNIQUE INDEX "IX_order_number" ON "order" (number) WHERE "number" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "IX_order_line_order" ON order_line ("order");

-- 2. changed
ALTER TABLE customer RENAME COLUMN fax TO _removed_fax_7;
DROP INDEX "IX_order_clerk";
ALTER TABLE "order" DROP CONSTRAINT "FK_order_sys_member_clerk";
ALTER TABLE "order" RENAME COLUMN clerk TO _removed_clerk_7;
DROP INDEX "IX_old_customer";
DROP INDEX "IX_old_name";
ALTER TABLE old DROP CONSTRAINT "FK_old_customer_customer";
ALTER INDEX "PK_old" RENAME TO "_removed_PK_old_7";
ALTER TABLE old RENAME TO _removed_old_7;
DROP INDEX "IX_customer_code";
ALTER TABLE order_line ADD product bigint;
ALTER TABLE "order" ALTER COLUMN total TYPE numeric(15,4);
ALTER TABLE customer ALTER COLUMN name TYPE character varying(200) COLLATE "C";
ALTER TABLE customer ADD last_order bigint;
ALTER TABLE customer ADD phone text COLLATE "C";
CREATE TABLE product (
    id bigint NOT NULL,
    name text COLLATE "C",
    tags text[] COLLATE "C",
    parts bigint[],
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone NOT NULL,
    updated_by bigint,
    deleted_at timestamp with time zone,
    CONSTRAINT "PK_product" PRIMARY KEY (id)
);
CREATE INDEX "IX_order_line_product" ON order_line (product);
CREATE INDEX "IX_customer_last_order" ON customer (last_order);
ALTER TABLE customer ADD CONSTRAINT "FK_customer_order_last_order" FOREIGN KEY (last_order) REFERENCES "order" (id) ON DELETE RESTRICT;
ALTER TABLE order_line ADD CONSTRAINT "FK_order_line_product_product" FOREIGN KEY (product) REFERENCES product (id) ON DELETE RESTRICT;
