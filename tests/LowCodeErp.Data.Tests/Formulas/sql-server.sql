-- customer: [credit] > 1.5 and [since] <= TODAY() and [name] <> "zebra"
SELECT [c].[id]
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL AND [c].[credit] > @Value AND [c].[since] <= @Value1 AND ([c].[name] <> @Value2 OR [c].[name] IS NULL)

-- customer: not([credit] > 1.5)
SELECT [c].[id]
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL AND ([c].[credit] <= @Value OR [c].[credit] IS NULL)

-- customer: [region] = [upline.region] or [upline.name] = "b"
SELECT [c].[id]
FROM [customer] AS [c]
LEFT JOIN [customer] AS [c0] ON [c].[upline] = [c0].[id]
WHERE [c].[deleted_at] IS NULL AND ([c].[region] = [c0].[region] OR ([c].[region] IS NULL AND [c0].[region] IS NULL) OR [c0].[name] = @Value)

-- customer: [name] IN ("a", "b") and [active]
SELECT [c].[id]
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL AND [c].[name] IS NOT NULL AND ([c].[name] = @Value OR [c].[name] = @Value1) AND [c].[active] = CAST(1 AS bit)

-- customer: [credit] * 1.5 + 1 > [upline.credit]
SELECT [c].[id]
FROM [customer] AS [c]
LEFT JOIN [customer] AS [c0] ON [c].[upline] = [c0].[id]
WHERE [c].[deleted_at] IS NULL AND [dbo].[lc_add_canonical]([dbo].[lc_multiply_canonical](COALESCE([c].[credit], 0.0), @Value), @Value1) > [c0].[credit]

-- customer: [credit] * [upline.credit] * (1 - [credit]) > 1000
SELECT [c].[id]
FROM [customer] AS [c]
LEFT JOIN [customer] AS [c0] ON [c].[upline] = [c0].[id]
WHERE [c].[deleted_at] IS NULL AND [dbo].[lc_multiply_canonical](COALESCE([dbo].[lc_multiply_canonical](COALESCE([c].[credit], 0.0), COALESCE([c0].[credit], 0.0)), 0.0), [dbo].[lc_subtract_canonical](@Value, COALESCE([c].[credit], 0.0))) > @Value1

-- customer: [credit] / [upline.credit]
SELECT [c].[id], CASE
    WHEN COALESCE([c0].[credit], 0.0) = @Value THEN NULL
    ELSE [dbo].[lc_divide](COALESCE([c].[credit], 0.0), COALESCE([c0].[credit], 0.0))
END
FROM [customer] AS [c]
LEFT JOIN [customer] AS [c0] ON [c].[upline] = [c0].[id]
WHERE [c].[deleted_at] IS NULL

-- customer: IF([credit] > 0, ROUND([credit] / 7, 2), [credit])
SELECT [c].[id], CASE
    WHEN [c].[credit] > @Value THEN [dbo].[lc_round](COALESCE([dbo].[lc_divide](COALESCE([c].[credit], 0.0), @Value1), 0.0), @Value2)
    ELSE [c].[credit]
END
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL

-- customer: [name] & "-" & YEAR([seen-at])
SELECT [c].[id], [dbo].[lc_concatenate]([dbo].[lc_concatenate]([c].[name], @Value), [dbo].[lc_number_text]([dbo].[lc_year]([dbo].[lc_local_day]([c].[seen_at], @Value1))))
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL

-- order: SUMIF([lines], [product] = "P1", [quantity] * 2) > 10
SELECT [o].[id]
FROM [order] AS [o]
WHERE [o].[deleted_at] IS NULL AND (
    SELECT TOP(1) COALESCE(SUM([dbo].[lc_multiply_canonical](COALESCE([o0].[quantity], 0.0), @Value1)), 0.0)
    FROM [order_lines] AS [o0]
    WHERE [o0].[order] = [o].[id] AND [o0].[deleted_at] IS NULL AND [o0].[product] = @Value) > @Value2

-- order: COUNTIF([lines], [quantity] > [amount])
SELECT [o].[id], COALESCE((
    SELECT TOP(1) CAST(COUNT([o0].[id]) AS decimal(38,18))
    FROM [order_lines] AS [o0]
    WHERE [o0].[order] = [o].[id] AND [o0].[deleted_at] IS NULL AND [o0].[quantity] > [o].[amount]), 0.0)
FROM [order] AS [o]
WHERE [o].[deleted_at] IS NULL

-- order: LARGE([lines.quantity], 2)
SELECT [o].[id], CASE
    WHEN (
        SELECT [o0].[quantity]
        FROM [order_lines] AS [o0]
        WHERE [o0].[order] = [o].[id] AND [o0].[deleted_at] IS NULL AND [o0].[quantity] IS NOT NULL
        ORDER BY [o0].[quantity] DESC
        OFFSET @Value ROWS FETCH NEXT 1 ROWS ONLY) IS NULL THEN NULL
    ELSE (
        SELECT [o1].[quantity]
        FROM [order_lines] AS [o1]
        WHERE [o1].[order] = [o].[id] AND [o1].[deleted_at] IS NULL AND [o1].[quantity] IS NOT NULL
        ORDER BY [o1].[quantity] DESC
        OFFSET @Value1 ROWS FETCH NEXT 1 ROWS ONLY)
END
FROM [order] AS [o]
WHERE [o].[deleted_at] IS NULL

-- order: TEXTJOIN(",", TRUE, [lines.product])
SELECT [o].[id], [dbo].[lc_concatenate]((
    SELECT TOP(1) STRING_AGG([o1].[product], @Value1)
    FROM (
        SELECT TOP(@Value) [o0].[product]
        FROM [order_lines] AS [o0]
        WHERE [o0].[order] = [o].[id] AND [o0].[deleted_at] IS NULL
        ORDER BY [o0].[position], [o0].[id]
    ) AS [o1]
    ORDER BY STRING_AGG([o1].[product], @Value1)), NULL)
FROM [order] AS [o]
WHERE [o].[deleted_at] IS NULL

-- order: AVERAGE([lines.quantity])
SELECT [o].[id], (
    SELECT TOP(1) [dbo].[lc_divide](COALESCE(SUM([o0].[quantity]), 0.0), CAST(COUNT([o0].[quantity]) AS decimal(38,18)))
    FROM [order_lines] AS [o0]
    WHERE [o0].[order] = [o].[id] AND [o0].[deleted_at] IS NULL)
FROM [order] AS [o]
WHERE [o].[deleted_at] IS NULL

-- customer: SUM([order.amount])
SELECT [c].[id], (
    SELECT TOP(1) COALESCE(SUM([o].[amount]), 0.0)
    FROM [order] AS [o]
    WHERE [o].[customer] = [c].[id] AND [o].[deleted_at] IS NULL)
FROM [customer] AS [c]
WHERE [c].[deleted_at] IS NULL
