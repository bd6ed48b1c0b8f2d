using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Tests.Leaks;

/// <summary>Runs last, and looks at what the whole suite has said.</summary>
[Collection(AfterAllOthers.Name)]
[Trait("Threat", "T5")]
public sealed class NoLeakTests
{
    public static TheoryData<string> Secrets =>
    [
        "emulated." + new string('a', 80),
        "0.A" + new string('b', 64),
        "1.A" + new string('-', 64),
        "D" + new string('c', 64),
        "https://x.example/_transfer/download?DriveId=1&tempauth=v1.18f.AB",
        "https://x.example/_transfer/uploadSession?guid=1&tempauth=" + new string('F', 64),
        "Authorization: Bearer abcdefghijklmnopqrstuvwxyz",
        "code_verifier=" + new string('v', 43),
        "c4nary",
    ];

    [Fact]
    public void Everything_ThatTheSuiteSaid_HoldsNoSecret() =>
        Assert.True(LeakListener.Leaks.Count == 0, string.Join("\n\n", LeakListener.Leaks));

    [Fact]
    public void ALeakThatIsPlantedAnywhere_IsFound()
    {
        using var source = new ActivitySource("OneDrive.Sdk");
        using var meter = new Meter("OneDrive.Sdk");
        var counter = meter.CreateCounter<long>("planted");
        var folder = Directory.CreateTempSubdirectory("onedrive-sdk-").FullName;

        Assert.Throws<OneDriveException>(Fail);
        source.StartActivity("a call")?.SetTag("url.full", SecretShapes.Planted).Stop();
        counter.Add(1, new KeyValuePair<string, object?>("host", SecretShapes.Planted));
        LeakListener.LoggerFactory.CreateLogger("").Log(LogLevel.Trace, default, SecretShapes.Planted, null, (text, _) => text);
        File.WriteAllText(Path.Combine(folder, "a.json"), SecretShapes.Planted);
        LeakListener.SearchFiles(folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(
            ["exception planted-leak", "file planted-leak", "measurement planted-leak", "message planted-leak", "span planted-leak"],
            LeakListener.Planted);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Find_FindsAPlantedSecret(string secret) => Assert.NotNull(SecretShapes.Find($"The request to {secret} failed."));

    [Theory]
    [InlineData("GET https://x.example/_transfer/download?tempauth=*** got no usable answer")]
    [InlineData("GET me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567: 404 itemNotFound")]
    [InlineData("certificate 0123456789ABCDEF0123456789ABCDEF01234567")]
    [InlineData("client-request-id 11111111-2222-3333-4444-555555555555")]
    public void Find_FindsNothingInHarmlessText(string text) => Assert.Null(SecretShapes.Find(text));

    private static void Fail() => throw new OneDriveException("outer", new IOException(SecretShapes.Planted));
}
