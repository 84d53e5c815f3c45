-- 1. new
CREATE TABLE [customer] (
    [id] bigint NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [code] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
    [fax] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [version] bigint NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] bigint NULL,
    [updated_at] datetime2 NOT NULL,
    [updated_by] bigint NULL,
    [deleted_at] datetime2 NULL,
    CONSTRAINT [PK_customer] PRIMARY KEY ([id])
);
CREATE TABLE [old] (
    [id] bigint NOT NULL,
    [name] nvarchar(450) COLLATE Latin1_General_100_BIN2 NULL,
    [customer] bigint NULL,
    [version] bigint NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] bigint NULL,
    [updated_at] datetime2 NOT NULL,
    [updated_by] bigint NULL,
    [deleted_at] datetime2 NULL,
    CONSTRAINT [PK_old] PRIMARY KEY ([id]),
    CONSTRAINT [FK_old_customer_customer] FOREIGN KEY ([customer]) REFERENCES [customer] ([id]) ON DELETE NO ACTION
);
CREATE TABLE [order] (
    [id] bigint NOT NULL,
    [number] nvarchar(450) COLLATE Latin1_General_100_BIN2 NULL,
    [total] decimal(15,2) NULL,
    [paid] bit NULL,
    [due] date NULL,
    [sent] datetime2 NULL,
    [clerk] bigint NULL,
    [customer] bigint NULL,
    [version] bigint NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] bigint NULL,
    [updated_at] datetime2 NOT NULL,
    [updated_by] bigint NULL,
    [deleted_at] datetime2 NULL,
    CONSTRAINT [PK_order] PRIMARY KEY ([id]),
    CONSTRAINT [FK_order_customer_customer] FOREIGN KEY ([customer]) REFERENCES [customer] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_order_sys_member_clerk] FOREIGN KEY ([clerk]) REFERENCES [sys_member] ([id]) ON DELETE NO ACTION
);
CREATE TABLE [order_line] (
    [id] bigint NOT NULL,
    [order] bigint NULL,
    [quantity] decimal(15,3) NULL,
    [version] bigint NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] bigint NULL,
    [updated_at] datetime2 NOT NULL,
    [updated_by] bigint NULL,
    [deleted_at] datetime2 NULL,
    [position] int NOT NULL,
    CONSTRAINT [PK_order_line] PRIMARY KEY ([id]),
    CONSTRAINT [FK_order_line_order_order] FOREIGN KEY ([order]) REFERENCES [order] ([id]) ON DELETE NO ACTION
);
CREATE UNIQUE INDEX [IX_customer_code] ON [customer] ([code]) WHERE [code] IS NOT NULL AND [deleted_at] IS NULL;
CREATE INDEX [IX_old_customer] ON [old] ([customer]);
CREATE UNIQUE INDEX [IX_old_name] ON [old] ([name]) WHERE [name] IS NOT NULL AND [deleted_at] IS NULL;
CREATE INDEX [IX_order_clerk] ON [order] ([clerk]);
CREATE INDEX [IX_order_customer] ON [order] ([customer]);
CREATE UNIQUE INDEX [IX_order_number] ON [order] ([number]) WHERE [number] IS NOT NULL AND [deleted_at] IS NULL;
CREATE INDEX [IX_order_line_order] ON [order_line] ([order]);

-- 2. changed
EXEC sp_rename N'[customer].[fax]', N'_removed_fax_7', 'COLUMN';
DROP INDEX [IX_order_clerk] ON [order];
ALTER TABLE [order] DROP CONSTRAINT [FK_order_sys_member_clerk];
EXEC sp_rename N'[order].[clerk]', N'_removed_clerk_7', 'COLUMN';
DROP INDEX [IX_old_customer] ON [old];
DROP INDEX [IX_old_name] ON [old];
ALTER TABLE [old] DROP CONSTRAINT [FK_old_customer_customer];
EXEC sp_rename N'[old].[PK_old]', N'_removed_PK_old_7', 'INDEX';
EXEC sp_rename N'[old]', N'_removed_old_7', 'OBJECT';
DROP INDEX [IX_customer_code] ON [customer];
ALTER TABLE [order_line] ADD [product] bigint NULL;
DECLARE @var nvarchar(max);
SELECT @var = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[order]') AND [c].[name] = N'total');
IF @var IS NOT NULL EXEC(N'ALTER TABLE [order] DROP CONSTRAINT ' + @var + ';');
ALTER TABLE [order] ALTER COLUMN [total] decimal(15,4) NULL;
DECLARE @var1 nvarchar(max);
SELECT @var1 = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[order]') AND [c].[name] = N'customer');
IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [order] DROP CONSTRAINT ' + @var1 + ';');
ALTER TABLE [order] ALTER COLUMN [customer] bigint NULL;
DECLARE @var2 nvarchar(max);
SELECT @var2 = QUOTENAME([d].[name])
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[customer]') AND [c].[name] = N'name');
IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [customer] DROP CONSTRAINT ' + @var2 + ';');
ALTER TABLE [customer] ALTER COLUMN [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE [customer] ADD [last_order] bigint NULL;
ALTER TABLE [customer] ADD [phone] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
CREATE TABLE [product] (
    [id] bigint NOT NULL,
    [name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [tags] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [parts] nvarchar(max) NULL,
    [version] bigint NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] bigint NULL,
    [updated_at] datetime2 NOT NULL,
    [updated_by] bigint NULL,
    [deleted_at] datetime2 NULL,
    CONSTRAINT [PK_product] PRIMARY KEY ([id])
);
CREATE INDEX [IX_order_line_product] ON [order_line] ([product]);
CREATE INDEX [IX_customer_last_order] ON [customer] ([last_order]);
ALTER TABLE [customer] ADD CONSTRAINT [FK_customer_order_last_order] FOREIGN KEY ([last_order]) REFERENCES [order] ([id]) ON DELETE NO ACTION;
ALTER TABLE [order_line] ADD CONSTRAINT [FK_order_line_product_product] FOREIGN KEY ([product]) REFERENCES [product] ([id]) ON DELETE NO ACTION;
