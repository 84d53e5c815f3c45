-- paid
SELECT CAST((
    SELECT lc_sum("r"."amount")
    FROM "receipt" AS "r"
    WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL AND "r"."state" = @Value AND (
        SELECT "k"."state"
        FROM "kind" AS "k"
        WHERE "k"."id" = "r"."kind"
        LIMIT 1) = @Value1
    LIMIT 1) AS REAL)
FROM "bill" AS "b"

-- receipts
SELECT CAST((
    SELECT CAST(COUNT("r"."id") AS TEXT)
    FROM "receipt" AS "r"
    WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL
    LIMIT 1) AS REAL)
FROM "bill" AS "b"

-- kinds
SELECT CAST(CAST((
    SELECT COUNT(*)
    FROM (
        SELECT DISTINCT "r"."kind"
        FROM "receipt" AS "r"
        WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL AND "r"."kind" IS NOT NULL
    ) AS "r0") AS TEXT) AS REAL)
FROM "bill" AS "b"

-- latest
SELECT (
    SELECT MAX("r"."day")
    FROM "receipt" AS "r"
    WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL
    LIMIT 1)
FROM "bill" AS "b"

-- mean
SELECT CAST((
    SELECT CASE
        WHEN lc_average("r"."amount") IS NULL THEN NULL
        ELSE lc_round(lc_average("r"."amount"), @Value)
    END
    FROM "receipt" AS "r"
    WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL
    LIMIT 1) AS REAL)
FROM "bill" AS "b"

-- last
SELECT (
    SELECT "r"."state"
    FROM "receipt" AS "r"
    WHERE "r"."bill" = "b"."id" AND "r"."deleted_at" IS NULL AND "r"."day" IS NOT NULL
    ORDER BY "r"."day" DESC, "r"."id" DESC
    LIMIT 1)
FROM "bill" AS "b"
