-- paid
SELECT (
    SELECT lc_canonical(COALESCE(SUM(r.amount), 0.0))
    FROM receipt AS r
    WHERE r.bill = b.id AND r.deleted_at IS NULL AND r.state = @Value AND (
        SELECT k.state
        FROM kind AS k
        WHERE k.id = r.kind
        LIMIT 1) = @Value1
    LIMIT 1)
FROM bill AS b

-- receipts
SELECT (
    SELECT COUNT(r.id)::numeric
    FROM receipt AS r
    WHERE r.bill = b.id AND r.deleted_at IS NULL
    LIMIT 1)
FROM bill AS b

-- kinds
SELECT (
    SELECT count(*)::int
    FROM (
        SELECT DISTINCT r.kind
        FROM receipt AS r
        WHERE r.bill = b.id AND r.deleted_at IS NULL AND r.kind IS NOT NULL
    ) AS r0)::numeric
FROM bill AS b

-- latest
SELECT (
    SELECT MAX(r.day)
    FROM receipt AS r
    WHERE r.bill = b.id AND r.deleted_at IS NULL
    LIMIT 1)
FROM bill AS b

-- mean
SELECT (
    SELECT CASE
        WHEN lc_divide(COALESCE(SUM(r.amount), 0.0), COUNT(r.amount)::numeric) IS NULL THEN NULL::numeric
        ELSE lc_round(lc_divide(COALESCE(SUM(r.amount), 0.0), COUNT(r.amount)::numeric), @Value)
    END
    FROM receipt AS r
    WHERE r.bill = b.id AND r.deleted_at IS NULL
    LIMIT 1)
FROM bill AS b

-- last
SELECT (
    SELECT r.state
    FROM receipt AS r
    WHERE r.bill = b.id AND r.deleted_at IS NULL AND r.day IS NOT NULL
    ORDER BY r.day DESC, r.id DESC
    LIMIT 1)
FROM bill AS b
