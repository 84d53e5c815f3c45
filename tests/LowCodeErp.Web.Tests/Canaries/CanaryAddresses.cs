using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Access;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace LowCodeErp.Web.Tests.Canaries;

/// <summary>Every address of the program that can be read, with everything of the workspace that it can name.</summary>
internal sealed partial class CanaryAddresses(CanaryHost host)
{
    /// <summary>There is no such record, file or member.</summary>
    public const long Missing = 999_999;

    private static readonly string[] _forms = ["customer", "order"];

    /// <summary>With the pages of circuits marked.</summary>
    public IEnumerable<(string Address, bool IsPage)> All
        => from endpoint in host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           where Answers(endpoint) && !pattern.StartsWith("/_", StringComparison.Ordinal)
           let isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && !pattern.StartsWith("/account", StringComparison.Ordinal)
           from address in Fill(pattern, pattern)
           select (address, isPage);

    /// <summary>The choices that a list can be given in its address.</summary>
    public IEnumerable<(string Form, string Choice)> Choices
        => from form in _forms
           from shown in Model(form).Fields
           from choice in new[] { $"sort={shown.Key}", $"sort=-{shown.Key}", $"columns={shown.Key}", $"group={shown.Key}" }
           where !choice.StartsWith("group", StringComparison.Ordinal) || RecordGrouping.Groups(shown)
           select (form, choice);

    /// <summary>How somebody who knows a value, or guesses it, would ask for it.</summary>
    public IEnumerable<(string Form, string Question)> Ask(Canary canary)
    {
        var (form, text) = (canary.Record.Form, Uri.EscapeDataString(canary.Text));
        yield return (form, $"q={text}");
        if (Model(form).Find(canary.Field) is not { } field)
        {
            yield break;
        }

        yield return (form, $"has.{field.Key}={text}");
        yield return (form, $"where={Uri.EscapeDataString($"[{field.Key}] = \"{canary.Text}\"")}");
        foreach (var reference in Model("order").Fields.Where(reference => reference.Target == field.Form))
        {
            yield return ("order", $"where={Uri.EscapeDataString($"[{reference.Key}.{field.Key}] = \"{canary.Text}\"")}");
        }
    }

    private static bool Answers(RouteEndpoint endpoint)
        => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) != false;

    private FormModel Model(string form) => host.Service<IWorkspace>().Current.FindForm(form)!;

    private IEnumerable<string> Fill(string pattern, string address)
    {
        if (Parameter().Match(address) is not { Success: true } parameter)
        {
            return [address];
        }

        return ValuesOf(pattern, parameter.Groups[1].Value, address).SelectMany(value => Fill(pattern, address[..parameter.Index] + value + address[(parameter.Index + parameter.Length)..]));
    }

    private IEnumerable<string> ValuesOf(string pattern, string parameter, string address) => parameter switch
    {
        "form" or "FormKey" => [.. _forms, "nothing"],
        "id" when pattern.StartsWith("/files", StringComparison.Ordinal) => Texts([.. host.Files, Missing]),
        "Id" when pattern.StartsWith("/forms", StringComparison.Ordinal) => Texts([.. host.Workspace.Records.Where(record => address.Contains($"/{record.Form}/", StringComparison.Ordinal)).Select(record => record.Id), Missing]),
        "Id" when pattern.StartsWith("/instances", StringComparison.Ordinal) => Texts([1, Missing]),
        "id" or "Id" or "MemberId" => Texts([.. host.Members.Select(member => member.Id), Missing]),
        "format" => ["csv", "xlsx"],
        "AppKey" => ["test"],
        "Key" or "name" or "path" => ["nothing"],
        "language" => ["zh-CN"],
        "Room" or "SeatId" => ["1"],
        "ListName" => ["done", "mine", "copies", "nothing"],
        _ => throw new InvalidOperationException($"Say here what {parameter} of {pattern} can be, so that it is read."),
    };

    private static IEnumerable<string> Texts(IEnumerable<long> ids) => ids.Select(id => id.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
