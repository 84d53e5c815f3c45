using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>Everything that can be wrong with a file of rows, for the person who wants to import it.</summary>
public static class SpreadsheetDiagnostics
{
    public static Diagnostic FileEmpty(string file)
        => Error("spreadsheet.file.empty", file, $"文件“{file}”是空的，请选择有内容的文件。", $"The file \"{file}\" is empty; choose one with content.");

    public static Diagnostic FileTooLarge(string file, long limit)
        => Error("spreadsheet.file.too-large", file,
            $"文件“{file}”超过 {Size(limit)} 的上限，请拆成几个较小的文件。",
            $"The file \"{file}\" is larger than the limit of {Size(limit)}; split it into smaller files.");

    public static Diagnostic NotASpreadsheet(string file, int line)
        => Error("spreadsheet.file.not-a-spreadsheet", file,
            $"文件“{file}”既不是 Excel 表格也不是文本（第 {line} 行有非文本内容），请另存为 .xlsx 或 .csv。",
            $"The file \"{file}\" is neither an Excel workbook nor text (line {line} holds binary content); save it as .xlsx or .csv.");

    public static Diagnostic UnsupportedFormat(string file, string format)
        => Error("spreadsheet.file.unsupported-format", file,
            $"文件“{file}”是 {format} 格式，不支持；请在 Excel 中打开并另存为 .xlsx。",
            $"The file \"{file}\" is in the format {format}, which is not supported; open it in Excel and save it as .xlsx.");

    public static Diagnostic WrongEncoding(string file, int line)
        => Error("spreadsheet.text.wrong-encoding", file,
            $"文件“{file}”第 {line} 行有无法识别的字符，编码既不是 UTF-8 也不是 GB18030；请用“CSV UTF-8”格式另存。",
            $"Line {line} of \"{file}\" has bytes that are neither UTF-8 nor GB18030 text; save the file as \"CSV UTF-8\".");

    public static Diagnostic TextAfterQuote(string file, long line)
        => Error("spreadsheet.text.malformed-quote", file,
            $"文件“{file}”第 {line} 行开始的数据中，引号结束后还有文字；内容里的引号要写成两个（\"\"）。",
            $"In the row that starts at line {line} of \"{file}\", text follows a closing quote; write a quote inside a value twice (\"\").");

    public static Diagnostic QuoteNotClosed(string file, long line)
        => Error("spreadsheet.text.quote-not-closed", file,
            $"文件“{file}”第 {line} 行开始的引号没有结束；请补上右引号，内容里的引号要写成两个（\"\"）。",
            $"A quote in the row that starts at line {line} of \"{file}\" is never closed; close it, and write a quote inside a value twice (\"\").");

    public static Diagnostic RowTooLong(string file, long row, int limit)
        => Error("spreadsheet.row.too-long", file,
            $"文件“{file}”第 {row} 行超过 {Size(limit)}，可能有引号没有结束。",
            $"Row {row} of \"{file}\" is longer than {Size(limit)}; perhaps a quote is not closed.");

    public static Diagnostic TooManyColumns(string sheet, int row, int column, int limit)
        => Error("spreadsheet.row.too-many-columns", $"{sheet}!{ColumnName.OfCell(column, row)}",
            $"工作表“{sheet}”第 {row} 行 {ColumnName.Of(column)} 列超出 {limit} 列的上限，请删除多余的列。",
            $"Sheet \"{sheet}\", row {row}, column {ColumnName.Of(column)} is beyond the limit of {limit} columns; remove the columns that are not needed.");

    public static Diagnostic FormulaError(string sheet, int row, int column, string error)
        => Error("spreadsheet.cell.formula-error", $"{sheet}!{ColumnName.OfCell(column, row)}",
            $"工作表“{sheet}”第 {row} 行 {ColumnName.Of(column)} 列是公式错误 {error}，请在 Excel 中改正公式或填入数值。",
            $"Sheet \"{sheet}\", row {row}, column {ColumnName.Of(column)} holds the formula error {error}; mend the formula in Excel or enter a value.");

    public static Diagnostic FormulaNotCalculated(string sheet, int row, int column)
        => Error("spreadsheet.cell.formula-not-calculated", $"{sheet}!{ColumnName.OfCell(column, row)}",
            $"工作表“{sheet}”第 {row} 行 {ColumnName.Of(column)} 列的公式没有计算结果，请在 Excel 中打开并保存一次。",
            $"Sheet \"{sheet}\", row {row}, column {ColumnName.Of(column)} holds a formula without a result; open the file in Excel and save it once.");

    public static Diagnostic Encrypted(string file)
        => Error("spreadsheet.workbook.encrypted", file,
            $"文件“{file}”有密码，无法读取；请在 Excel 中去掉密码后另存。",
            $"The file \"{file}\" is encrypted with a password; remove the password in Excel and save it again.");

    public static Diagnostic Broken(string file)
        => Error("spreadsheet.workbook.broken", file,
            $"文件“{file}”已损坏或不是 Excel 工作簿；请在 Excel 中打开并另存为 .xlsx。",
            $"The file \"{file}\" is damaged or not an Excel workbook; open it in Excel and save it as .xlsx.");

    public static Diagnostic BrokenAfter(string sheet, int row)
        => Error("spreadsheet.sheet.broken", sheet,
            $"工作表“{sheet}”在第 {row} 行之后损坏，后面的内容无法读取；请在 Excel 中打开并另存为 .xlsx。",
            $"Sheet \"{sheet}\" is damaged after row {row} and cannot be read further; open it in Excel and save it as .xlsx.");

    public static Diagnostic ExpandsTooMuch(string file, string part)
        => Error("spreadsheet.workbook.expands-too-much", file,
            $"文件“{file}”中的 {part} 解压后过大，已拒绝读取；请删除多余内容后另存。",
            $"{part} in the file \"{file}\" grows too large when unpacked and was refused; remove what is not needed and save it again.");

    public static Diagnostic PartRefused(string file, string part)
        => Error("spreadsheet.workbook.part-refused", file,
            $"文件“{file}”中的 {part} 不是有效的 XML 或含有实体定义（DTD），已拒绝读取；请在 Excel 中打开并另存为 .xlsx。",
            $"{part} in the file \"{file}\" is not valid XML or defines entities (a DTD) and was refused; open it in Excel and save it as .xlsx.");

    public static Diagnostic NoSheets(string file)
        => Error("spreadsheet.workbook.no-sheets", file,
            $"文件“{file}”中没有工作表或表格，请选择有数据的文件。",
            $"The file \"{file}\" has no sheet or table; choose a file with data.");

    private static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024 * 1024)} MB" : $"{bytes} B";

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new(code, Severity.Error, path, new LocalizedText(chinese, english));
}
