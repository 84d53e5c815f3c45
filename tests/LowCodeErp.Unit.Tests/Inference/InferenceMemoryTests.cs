using System.Globalization;
using System.Text;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Inference;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Unit.Tests.Inference;

[CollectionDefinition(nameof(InferenceMemoryTests), DisableParallelization = true)]
[Collection(nameof(InferenceMemoryTests))]
public sealed class InferenceMemoryTests
{
    private const int Rows = 200_000;

    [Fact]
    public void Csv_Of200000Rows_IsTypedWithFlatMemory()
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
        {
            writer.Write("客户编码,客户名称,下单日期,金额,状态\n");
            for (var row = 0; row < Rows; row++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row:D7},客户 {row},2026-01-{row % 28 + 1:D2},{row}.5,状态{row % 4}\n"));
            }
        }

        file.Position = 0;
        var inference = new SheetInference(new(ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!)));
        using var reader = SpreadsheetReader.Open(file, "large.csv", SpreadsheetLimits.Default, new DiagnosticBag())!;
        var memory = new Growth();

        var columns = inference.Read(reader, 0, SheetHeader.Find(reader.ReadRows()), memory, TestContext.Current.CancellationToken);

        Assert.Equal(["text", "text", "date", "money", "choice"], columns.Select(column => column.Proposed.Type));
        Assert.All(columns, column => Assert.Equal(Rows, column.Values));
        Assert.InRange(memory.Most, long.MinValue, 60L * 1024 * 1024);
    }

    /// <summary>By how much the heap had grown at most when every so many rows had been read.</summary>
    private sealed class Growth : IProgress<long>
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

        public long Most { get; private set; }

        public void Report(long value)
        {
            if (value % 20_000 == 0)
            {
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - _before);
            }
        }
    }
}
