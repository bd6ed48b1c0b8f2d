using Microsoft.CodeAnalysis;
using VerifyXunit;

namespace OneDrive.Sdk.Generator.Tests;

public sealed class ModelGeneratorTests
{
    private const string Types =
        """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using OneDrive.Sdk.Generator;
        namespace OneDrive.Sdk.Json { public interface IOpenValue<T>; }
        namespace OneDrive.Sdk.Requests { public enum Conflict { Fail } }
        namespace OneDrive.Sdk.Models
        {
            public readonly record struct Kind(string Value) : OneDrive.Sdk.Json.IOpenValue<Kind>;
        """;

    [Fact]
    public async Task AModel_OfEveryKindOfMember_IsReadAndWrittenAsByHand() => await Verifier.Verify(Generated.Of("Everything", Types + """
            [JsonModel, Repeats] public sealed partial class Owner { public string? Id { get; init; } }
            [JsonModel] public abstract partial class Thing
            {
                public string? Id { get; init; }
                public partial DateTimeOffset? Created { get; init; }
                [Rare] public partial string? Description { get; init; }
                [JsonExtensionData] public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
            }

            [JsonModel] public sealed partial class Everything : Thing
            {
                [JsonIgnore] public string Shown => Id ?? "";
                [Repeats] public string? MimeType { get; init; }
                public bool? IsReady { get; init; }
                public int? Width { get; init; }
                public partial long? Size { get; init; }
                public double? Rate { get; init; }
                public DateTimeOffset? Changed { get; init; }
                public Guid? Key { get; init; }
                public JsonElement? List { get; init; }
                public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }
                public Kind? Kind { get; init; }
                public Owner? Owner { get; init; }
                [Rare] public partial Everything? Remote { get; init; }
                [Rare] public partial IReadOnlyList<Everything> Children { get; init; }
                public IReadOnlyList<string> Tags { get => field ?? []; init; }
                public IReadOnlyList<Kind> Kinds { get => field ?? []; init; }
                public IReadOnlyList<JsonElement> Others { get => field ?? []; init; }
                [PreAuthenticated, JsonPropertyName("@microsoft.graph.downloadUrl")] public string? DownloadUrl { get; init; }
            }
        }
        """));

    [Fact]
    public async Task ARequest_IsWrittenInTheOrderOfItsMembers() => await Verifier.Verify(Generated.Of("Copy", Types + """
            [JsonRequest] internal sealed partial class Target { public required string Id { get; init; } }
            [JsonRequest] internal sealed partial class Copy
            {
                public required string Name { get; init; }
                [JsonPropertyName("@microsoft.graph.conflictBehavior")] public required OneDrive.Sdk.Requests.Conflict Conflict { get; init; }
                public Target? ParentReference { get; init; }
                public required Kind Kind { get; init; }
                public required bool IsDone { get; init; }
                public IReadOnlyDictionary<string, string>? Headers { get; init; }
            }
        }
        """));

    [Theory]
    [InlineData("[JsonModel] public sealed partial class M { public Uri? Address { get; init; } }", "ODSG001")]
    [InlineData("[JsonModel] public sealed partial class M { public IReadOnlyList<DateTime> Times { get; init; } = []; }", "ODSG001")]
    [InlineData("public sealed class Plain; [JsonModel] public sealed partial class M { public Plain? Plain { get; init; } }", "ODSG001")]
    [InlineData("[JsonModel] public sealed partial class M { public string? IPAddress { get; init; } }", "ODSG002")]
    [InlineData("[JsonModel] public sealed class M { public string? Name { get; init; } }", "ODSG003")]
    public void AModel_ThatCannotBeRead_IsAnError(string model, string expected)
    {
        var diagnostic = Assert.Single(Generated.Diagnostics(Types + model + "}"), found => found.Id == expected);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.NotEqual(Location.None, diagnostic.Location);
    }

    [Theory]
    [InlineData("""[JsonPropertyName("ipAddress")] public string? IPAddress { get; init; }""")]
    [InlineData("public string? ETag { get; init; }")]
    [InlineData("public int? X { get; init; }")]
    public void AModel_WithClearNames_IsNone(string member) =>
        Assert.Empty(Generated.Diagnostics(Types + "[JsonModel] public sealed partial class M {" + member + "} }"));

    [Fact]
    public void AChangeOfAnotherFile_EmitsNothingAnew() => Assert.Equal(
        [IncrementalStepRunReason.Cached], Generated.ReasonsAfterAnotherChange(Types + "[JsonModel] public sealed partial class M; }"));
}
