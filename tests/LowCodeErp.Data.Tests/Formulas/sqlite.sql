-- customer: [credit] > 1.5 and [since] <= TODAY() and [name] <> "zebra"
SELECT "c"."id"
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL AND "c"."credit" > @Value AND "c"."since" <= @Value1 AND ("c"."name" <> @Value2 OR "c"."name" IS NULL)

-- customer: not([credit] > 1.5)
SELECT "c"."id"
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL AND ("c"."credit" <= @Value OR "c"."credit" IS NULL)

-- customer: [region] = [upline.region] or [upline.name] = "b"
SELECT "c"."id"
FROM "customer" AS "c"
LEFT JOIN "customer" AS "c0" ON "c"."upline" = "c0"."id"
WHERE "c"."deleted_at" IS NULL AND ("c"."region" = "c0"."region" OR ("c"."region" IS NULL AND "c0"."region" IS NULL) OR "c0"."name" = @Value)

-- customer: [name] IN ("a", "b") and [active]
SELECT "c"."id"
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL AND "c"."name" IS NOT NULL AND ("c"."name" = @Value OR "c"."name" = @Value1) AND "c"."active"

-- customer: [credit] * 1.5 + 1 > [upline.credit]
SELECT "c"."id"
FROM "customer" AS "c"
LEFT JOIN "customer" AS "c0" ON "c"."upline" = "c0"."id"
WHERE "c"."deleted_at" IS NULL AND CASE
    WHEN abs((COALESCE("c"."credit", 0.0) * CAST(@Value AS REAL) + CAST(@Value1 AS REAL)) - "c0"."credit") < 1000000000000000.0 AND abs((COALESCE("c"."credit", 0.0) * CAST(@Value AS REAL) + CAST(@Value1 AS REAL)) - "c0"."credit") > (((abs(COALESCE("c"."credit", 0.0)) + 1.0) * (abs(CAST(@Value AS REAL)) + 1.0) + (abs(CAST(@Value1 AS REAL)) + 1.0)) + (abs("c0"."credit") + 1.0)) * 9.9999999999999998E-13 THEN COALESCE("c"."credit", 0.0) * CAST(@Value AS REAL) + CAST(@Value1 AS REAL) > "c0"."credit"
    ELSE lc_compare(lc_add(lc_multiply(COALESCE("c"."credit", 0.0), @Value), @Value1), "c0"."credit") > 0
END

-- customer: [credit] * [upline.credit] * (1 - [credit]) > 1000
SELECT "c"."id"
FROM "customer" AS "c"
LEFT JOIN "customer" AS "c0" ON "c"."upline" = "c0"."id"
WHERE "c"."deleted_at" IS NULL AND CASE
    WHEN abs((COALESCE("c"."credit", 0.0) * COALESCE("c0"."credit", 0.0)) * (CAST(@Value AS REAL) - COALESCE("c"."credit", 0.0)) - CAST(@Value1 AS REAL)) < 1000000000000000.0 AND abs((COALESCE("c"."credit", 0.0) * COALESCE("c0"."credit", 0.0)) * (CAST(@Value AS REAL) - COALESCE("c"."credit", 0.0)) - CAST(@Value1 AS REAL)) > (((abs(COALESCE("c"."credit", 0.0)) + 1.0) * (abs(COALESCE("c0"."credit", 0.0)) + 1.0)) * ((abs(CAST(@Value AS REAL)) + 1.0) + (abs(COALESCE("c"."credit", 0.0)) + 1.0)) + (abs(CAST(@Value1 AS REAL)) + 1.0)) * 9.9999999999999998E-13 THEN (COALESCE("c"."credit", 0.0) * COALESCE("c0"."credit", 0.0)) * (CAST(@Value AS REAL) - COALESCE("c"."credit", 0.0)) > CAST(@Value1 AS REAL)
    ELSE lc_compare(lc_multiply_canonical(COALESCE(lc_multiply_canonical(COALESCE("c"."credit", 0.0), COALESCE("c0"."credit", 0.0)), '0.0'), lc_subtract(@Value, COALESCE("c"."credit", 0.0))), @Value1) > 0
END

-- customer: [credit] / [upline.credit]
SELECT "c"."id", CASE
    WHEN COALESCE("c0"."credit", 0.0) = @Value THEN NULL
    ELSE lc_divide(COALESCE("c"."credit", 0.0), COALESCE("c0"."credit", 0.0))
END
FROM "customer" AS "c"
LEFT JOIN "customer" AS "c0" ON "c"."upline" = "c0"."id"
WHERE "c"."deleted_at" IS NULL

-- customer: IF([credit] > 0, ROUND([credit] / 7, 2), [credit])
SELECT "c"."id", CASE
    WHEN "c"."credit" > @Value THEN lc_round(COALESCE(lc_divide(COALESCE("c"."credit", 0.0), @Value1), '0.0'), @Value2)
    ELSE lc_exact("c"."credit")
END
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL

-- customer: [name] & "-" & YEAR([seen-at])
SELECT "c"."id", lc_concatenate(lc_concatenate("c"."name", @Value), lc_number_text(lc_year(lc_local_day("c"."seen_at", @Value1))))
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL

-- order: SUMIF([lines], [product] = "P1", [quantity] * 2) > 10
SELECT "o"."id"
FROM "order" AS "o"
WHERE "o"."deleted_at" IS NULL AND lc_compare((
    SELECT lc_sum(lc_multiply(COALESCE("o0"."quantity", 0.0), @Value1))
    FROM "order_lines" AS "o0"
    WHERE "o0"."order" = "o"."id" AND "o0"."deleted_at" IS NULL AND "o0"."product" = @Value
    LIMIT 1), @Value2) > 0

-- order: COUNTIF([lines], [quantity] > [amount])
SELECT "o"."id", COALESCE((
    SELECT CAST(COUNT("o0"."id") AS TEXT)
    FROM "order_lines" AS "o0"
    WHERE "o0"."order" = "o"."id" AND "o0"."deleted_at" IS NULL AND "o0"."quantity" > "o"."amount"
    LIMIT 1), '0.0')
FROM "order" AS "o"
WHERE "o"."deleted_at" IS NULL

-- order: LARGE([lines.quantity], 2)
SELECT "o"."id", CASE
    WHEN (
        SELECT "o0"."quantity"
        FROM "order_lines" AS "o0"
        WHERE "o0"."order" = "o"."id" AND "o0"."deleted_at" IS NULL AND "o0"."quantity" IS NOT NULL
        ORDER BY "o0"."quantity" DESC
        LIMIT 1 OFFSET @Value) IS NULL THEN NULL
    ELSE lc_exact((
        SELECT "o1"."quantity"
        FROM "order_lines" AS "o1"
        WHERE "o1"."order" = "o"."id" AND "o1"."deleted_at" IS NULL AND "o1"."quantity" IS NOT NULL
        ORDER BY "o1"."quantity" DESC
        LIMIT 1 OFFSET @Value1))
END
FROM "order" AS "o"
WHERE "o"."deleted_at" IS NULL

-- order: TEXTJOIN(",", TRUE, [lines.product])
SELECT "o"."id", lc_concatenate((
    SELECT group_concat("o1"."product", @Value1)
    FROM (
        SELECT "o0"."product"
        FROM "order_lines" AS "o0"
        WHERE "o0"."order" = "o"."id" AND "o0"."deleted_at" IS NULL
        ORDER BY "o0"."position", "o0"."id"
        LIMIT @Value
    ) AS "o1"
    ORDER BY group_concat("o1"."product", @Value1)
    LIMIT 1), NULL)
FROM "order" AS "o"
WHERE "o"."deleted_at" IS NULL

-- order: AVERAGE([lines.quantity])
SELECT "o"."id", (
    SELECT lc_average("o0"."quantity")
    FROM "order_lines" AS "o0"
    WHERE "o0"."order" = "o"."id" AND "o0"."deleted_at" IS NULL
    LIMIT 1)
FROM "order" AS "o"
WHERE "o"."deleted_at" IS NULL

-- customer: SUM([order.amount])
SELECT "c"."id", (
    SELECT lc_sum("o"."amount")
    FROM "order" AS "o"
    WHERE "o"."customer" = "c"."id" AND "o"."deleted_at" IS NULL
    LIMIT 1)
FROM "customer" AS "c"
WHERE "c"."deleted_at" IS NULL
