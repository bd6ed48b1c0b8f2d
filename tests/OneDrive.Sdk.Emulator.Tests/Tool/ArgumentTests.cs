using System.CommandLine;
using OneDrive.Sdk.Emulator.Tool;

namespace OneDrive.Sdk.Emulator.Tests.Tool;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Help_CallsTheToolByTheNameOfItsCommand(string option)
    {
        var (code, output, error) = await RunAsync(option);

        Assert.Equal(0, code);
        Assert.Contains("onedrive-emulator [options]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("OneDrive.Sdk.Emulator.Tool", output, StringComparison.Ordinal);
        Assert.Contains("--drive-type", output, StringComparison.Ordinal);
        Assert.Contains("--version", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("--prot", "--port")]
    [InlineData("--Port", "--port")]
    [InlineData("-port", "--port")]
    [InlineData("port", "--port")]
    [InlineData("--prot=5005", "--port")]
    [InlineData("--user", "--users")]
    [InlineData("--pagesize", "--page-size")]
    [InlineData("--page_size", "--page-size")]
    [InlineData("--drivetpye", "--drive-type")]
    [InlineData("--type", "--drive-type")]
    [InlineData("--quirk", "--quirks")]
    [InlineData("--fualts", "--faults")]
    [InlineData("--host", "--listen")]
    [InlineData("--tls", "--https")]
    [InlineData("-p", "--port")]
    [InlineData("--hlep", "--help")]
    [InlineData("--seeds", "--seed")]
    [InlineData("--discard", "--discard-content")]
    public async Task AnUnknownOption_IsAnsweredWithTheNearestOne(string typed, string meant)
    {
        var (code, output, error) = await RunAsync("--latency", "1", typed, "8080");

        Assert.Equal(1, code);
        Assert.Contains($"Did you mean '{meant}'?", error, StringComparison.Ordinal);
        Assert.Contains("onedrive-emulator --help", error, StringComparison.Ordinal);
        Assert.DoesNotContain("8080", error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task AnOptionLikeNoOther_IsAnsweredWithoutAGuess()
    {
        var (code, _, error) = await RunAsync("--zzzzzzzz");

        Assert.Equal(1, code);
        Assert.StartsWith("'--zzzzzzzz' is not an option.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--quirks", "7", "--prot")]
    [InlineData("--users", "alex@contoso.example", "--prot")]
    public async Task AnUnknownOptionBehindAList_IsNotTakenForAValue(params string[] arguments)
    {
        var (code, _, error) = await RunAsync([.. arguments, "5005"]);

        Assert.Equal(1, code);
        Assert.Contains("'--prot' is not an option. Did you mean '--port'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--throttle", "lihgt", "Did you mean Light?")]
    [InlineData("--drive-type", "buisness", "Did you mean Business?")]
    [InlineData("--drive-type", "library", "Did you mean DocumentLibrary?")]
    [InlineData("--quirks", "nastyday", "Did you mean nasty-day?")]
    [InlineData("--quirks", "QuotaIsZero", "Did you mean QuotasAreZero?")]
    [InlineData("--port", "many", "'many' is not a whole number from 0 to 65535: --port.")]
    [InlineData("--port", "-1", "'-1' is not a whole number from 0 to 65535: --port.")]
    public async Task AWrongValue_IsAnsweredWithTheNearestOne(string option, string value, string expected)
    {
        // A port that is free, unless the port itself is wrong.
        var (code, output, error) = option == "--port" ? await RunAsync(option, value) : await RunAsync("--port", "0", option, value);

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await EmulatorCommand.InvokeAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
