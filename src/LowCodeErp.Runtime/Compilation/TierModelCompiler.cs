using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Tier models: paths resolved, settings in range, tiers in order.</summary>
internal sealed class TierModelCompiler(IReadOnlyDictionary<string, CompiledForm> forms, DiagnosticBag diagnostics)
{
    private const int TiersOfAbc = 4;

    public IReadOnlyList<TierModel> Compile(IReadOnlyList<AppPackage> packages)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var models = new List<TierModel>();
        foreach (var package in packages)
        {
            foreach (var source in package.TierModels)
            {
                if (CheckKey(source, keys) && Compile(package.App.Definition.Key, source) is { } model)
                {
                    models.Add(model);
                }
            }
        }

        return models;
    }

    private bool CheckKey(Sourced<TierModelDefinition> source, HashSet<string> keys)
    {
        var key = source.Definition.Key;
        if (Key.IsValid(key) && keys.Add(key))
        {
            return true;
        }

        diagnostics.Add(Key.IsValid(key)
            ? CompilationDiagnostics.DuplicateTierModel(source.At("key"), key)
            : CompilationDiagnostics.InvalidKey(source.At("key"), key));
        return false;
    }

    private TierModel? Compile(string app, Sourced<TierModelDefinition> source)
    {
        var definition = source.Definition;
        var before = diagnostics.Items.Count;
        var form = FindForm(source, "form", definition.Form);
        var tierSource = FindForm(source, "source.form", definition.Source.Form) is { } orders ? CompileSource(source, orders, form) : null;
        CheckSettings(source);
        if (form is null || tierSource is null || diagnostics.Items.Skip(before).Any(item => item.Severity == Severity.Error))
        {
            return null;
        }

        return new TierModel
        {
            Key = definition.Key, App = app, Label = definition.Label, Description = definition.Description, Method = definition.Method,
            Form = form, Source = tierSource, Basis = definition.Basis, WindowMonths = definition.WindowMonths,
            Rfm = definition.Rfm ?? new(), Abc = definition.Abc ?? new(), Tiers = definition.Tiers,
        };
    }

    private FormModel? FindForm(Sourced<TierModelDefinition> source, string member, string key)
    {
        if (forms.GetValueOrDefault(key)?.Model is { } form)
        {
            return form;
        }

        diagnostics.Add(CompilationDiagnostics.UnknownForm(source.At(member), key));
        return null;
    }

    private TierSource? CompileSource(Sourced<TierModelDefinition> source, FormModel orders, FormModel? subjects)
    {
        var (definition, net) = (source.Definition.Source, source.Definition.Basis == TierBasis.Net ? source.Definition.Net : null);
        var subject = FindPath(source, "source.subject", orders, definition.Subject, ValueKind.Reference);
        if (subject is not null && subjects is not null && subject.Field.Target != subjects)
        {
            diagnostics.Add(CompilationDiagnostics.WrongSubject(source.At("source.subject"), definition.Subject, subjects.Label));
        }

        var date = FindPath(source, "source.date", orders, definition.Date, ValueKind.Date);
        var order = definition.Order is null ? null : FindPath(source, "source.order", orders, definition.Order, ValueKind.Reference);
        var amount = FindPath(source, "source.amount", orders, definition.Amount, ValueKind.Number);
        var status = net?.Status is null ? null : FindPath(source, "net.status", orders, net.Status, ValueKind.Text);
        var deduction = net?.Deduction is null ? null : FindPath(source, "net.deduction", orders, net.Deduction, ValueKind.Number);
        return subject is null || date is null || amount is null
            ? null
            : new(orders, subject, date, order, amount, status, net?.ExcludedStatuses ?? [], deduction);
    }

    private FieldPath? FindPath(Sourced<TierModelDefinition> source, string member, FormModel root, string text, ValueKind kind)
    {
        var path = FieldPath.Find(root, text);
        if (path is null)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownPath(source.At(member), root.Label, text));
        }
        else if (path.Fields.Any(field => field.IsLive))
        {
            diagnostics.Add(LogicDiagnostics.LiveInTierModel(source.At(member), path.Field.Label));
            return null;
        }
        else if (path.Kind != kind)
        {
            diagnostics.Add(CompilationDiagnostics.WrongKind(source.At(member), text, kind));
            return null;
        }

        return path;
    }

    private void CheckSettings(Sourced<TierModelDefinition> source)
    {
        var definition = source.Definition;
        if (definition is { Basis: TierBasis.Net, Net: null })
        {
            diagnostics.Add(CompilationDiagnostics.NetMissing(source.At("net")));
        }

        if (definition.WindowMonths is < 1)
        {
            diagnostics.Add(CompilationDiagnostics.WindowTooShort(source.At("windowMonths")));
        }

        if (definition.Method == TierMethod.Abc)
        {
            CheckAbc(source);
        }
        else
        {
            CheckRfm(source);
        }

        foreach (var (index, tier) in definition.Tiers.Index().Where(entry => definition.Tiers.Take(entry.Index).Any(other => other.Key == entry.Item.Key)))
        {
            diagnostics.Add(CompilationDiagnostics.DuplicateTier(source.At($"tiers[{index}].key"), tier.Key));
        }
    }

    private void CheckAbc(Sourced<TierModelDefinition> source)
    {
        var abc = source.Definition.Abc ?? new();
        if (!(abc.FirstShare > 0 && abc.FirstShare < abc.SecondShare && abc.SecondShare < 1))
        {
            diagnostics.Add(CompilationDiagnostics.SharesOutOfOrder(source.At("abc")));
        }

        if (source.Definition.Tiers.Count != TiersOfAbc)
        {
            diagnostics.Add(CompilationDiagnostics.WrongNumberOfTiers(source.At("tiers"), TiersOfAbc));
        }
    }

    private void CheckRfm(Sourced<TierModelDefinition> source)
    {
        var rfm = source.Definition.Rfm ?? new();
        if (rfm.RecencyWeight < 0 || rfm.FrequencyWeight < 0 || rfm.MonetaryWeight < 0 || rfm.RecencyWeight + rfm.FrequencyWeight + rfm.MonetaryWeight <= 0)
        {
            diagnostics.Add(CompilationDiagnostics.BadWeights(source.At("rfm")));
        }

        var scored = source.Definition.Tiers.SkipLast(1).ToList();
        var limits = scored.Select(tier => tier.FromScore).ToList();
        if (scored.Count == 0 || limits.Contains(null) || limits[^1] != 0 || !limits.Zip(limits.Skip(1)).All(pair => pair.First > pair.Second))
        {
            diagnostics.Add(CompilationDiagnostics.ScoresOutOfOrder(source.At("tiers")));
        }
    }
}
