using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

public sealed class DefinitionMutationTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(Reading.Canonical);

    /// <summary>A kind of damage, where it begins, how long it is, and what is put there.</summary>
    private static readonly Gen<(int Kind, int Start, int Length, int Replacement)> Damages =
        from kind in Gen.Choose(0, 2)
        from start in Gen.Choose(0, Valid.Length - 1)
        from length in Gen.Choose(1, 40)
        from replacement in Gen.Choose(0, 255)
        select (kind, start, length, replacement);

    [Fact]
    public void File_DamagedAtRandom_IsReadOrRefusedButNeverThrows()
        => Prop.ForAll(Arb.From(Gen.ListOf(Damages, 3)), damages =>
        {
            var json = Encoding.UTF8.GetString(damages.Aggregate(Valid, Apply));
            var diagnostics = new DiagnosticBag();
            var definition = DefinitionReader.Read<SampleDefinition>(json, Reading.File, diagnostics);
            return definition is null ? IsWellReported(diagnostics) : IsStable(definition);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static bool IsWellReported(DiagnosticBag diagnostics)
        => diagnostics.HasErrors && diagnostics.Items.All(item => item.Path.StartsWith($"{Reading.File}:", StringComparison.Ordinal));

    private static bool IsStable(SampleDefinition definition)
    {
        var written = DefinitionWriter.Write(definition);
        return DefinitionWriter.Write(Reading.Sample(written)) == written;
    }

    private static byte[] Apply(byte[] text, (int Kind, int Start, int Length, int Replacement) damage)
    {
        var start = Math.Min(damage.Start, text.Length);
        var end = Math.Min(start + damage.Length, text.Length);
        return damage.Kind switch
        {
            0 => [.. text[..start], (byte)damage.Replacement, .. text[Math.Min(start + 1, text.Length)..]],
            1 => [.. text[..start], .. text[end..]],
            _ => [.. text[..end], .. text[start..]],
        };
    }
}
