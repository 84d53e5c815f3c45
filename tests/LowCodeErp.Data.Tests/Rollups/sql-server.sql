-- paid
SELECT (
    SELECT TOP(1) COALESCE(SUM([r].[amount]), 0.0)
    FROM [receipt] AS [r]
    WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL AND [r].[state] = @Value AND (
        SELECT TOP(1) [k].[state]
        FROM [kind] AS [k]
        WHERE [k].[id] = [r].[kind]) = @Value1)
FROM [bill] AS [b]

-- receipts
SELECT (
    SELECT TOP(1) CAST(COUNT([r].[id]) AS decimal(38,18))
    FROM [receipt] AS [r]
    WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL)
FROM [bill] AS [b]

-- kinds
SELECT CAST((
    SELECT COUNT(*)
    FROM (
        SELECT DISTINCT [r].[kind]
        FROM [receipt] AS [r]
        WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL AND [r].[kind] IS NOT NULL
    ) AS [r0]) AS decimal(38,18))
FROM [bill] AS [b]

-- latest
SELECT (
    SELECT TOP(1) MAX([r].[day])
    FROM [receipt] AS [r]
    WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL)
FROM [bill] AS [b]

-- mean
SELECT (
    SELECT TOP(1) CASE
        WHEN [dbo].[lc_divide](COALESCE(SUM([r].[amount]), 0.0), CAST(COUNT([r].[amount]) AS decimal(38,18))) IS NULL THEN NULL
        ELSE [dbo].[lc_round]([dbo].[lc_divide](COALESCE(SUM([r].[amount]), 0.0), CAST(COUNT([r].[amount]) AS decimal(38,18))), @Value)
    END
    FROM [receipt] AS [r]
    WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL)
FROM [bill] AS [b]

-- last
SELECT (
    SELECT TOP(1) [r].[state]
    FROM [receipt] AS [r]
    WHERE [r].[bill] = [b].[id] AND [r].[deleted_at] IS NULL AND [r].[day] IS NOT NULL
    ORDER BY [r].[day] DESC, [r].[id] DESC)
FROM [bill] AS [b]
