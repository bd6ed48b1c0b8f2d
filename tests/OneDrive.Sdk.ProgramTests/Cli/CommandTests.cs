using System.Text.Json;
using OneDrive.Sdk.Cli;
using OneDrive.Sdk.ProgramTests.Support;

namespace OneDrive.Sdk.ProgramTests.Cli;

public sealed class CommandTests
{
    private const string Awkward = "/100% a%20b + c & d [x] 😀.txt";

    [Fact]
    public async Task Ls_OfAFolder_WritesALineForEachItem()
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Drive.WithFile("a b.txt", [1]).WithFolder("Folder");

        var run = await scenario.RunAsync("ls", "/");

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Equal(["Folder/", "a b.txt"], run.Lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ls", "/nothing", ExitCode.NotFound)]
    [InlineData("ls", "/a//b", ExitCode.Usage)]
    [InlineData("lss", "/", ExitCode.Usage)]
    [InlineData("rm", "/", ExitCode.Usage)]
    [InlineData("mkdir", "a:b", ExitCode.Failed)]
    [InlineData("put", "no such file", ExitCode.NotFound)]
    public async Task InvokeAsync_WhenItCannotWork_TellsWhyAndGivesTheExitCodeOfTheHelp(string command, string argument, int code)
    {
        await using var scenario = await CliScenario.StartAsync();

        var run = await scenario.RunAsync(command, argument);

        Assert.Equal(code, run.Code);
        Assert.StartsWith("onedrive-cli: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Commands_OnAwkwardNames_DoWhatTheySay()
    {
        await using var scenario = await CliScenario.StartAsync();
        var local = scenario.Write("o'hara #1 ü.txt", "content");

        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("put", local, Awkward)).Code);
        Assert.Equal("content", (await scenario.RunAsync("cat", Awkward)).Output);
        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("mkdir", "/a + b/c%d")).Code);
        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("cp", Awkward, "/a + b/copy's #2.txt")).Code);
        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("mv", "/a + b/copy's #2.txt", "/a + b/c%d")).Code);
        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("get", "/a + b", scenario["down"])).Code);
        Assert.Equal("content", await File.ReadAllTextAsync(scenario["down/c%d/copy's #2.txt"]));
        Assert.Equal(ExitCode.Failed, (await scenario.RunAsync("rm", "/a + b")).Code);
        Assert.Equal(ExitCode.Success, (await scenario.RunAsync("rm", "-r", "/a + b")).Code);
        Assert.Equal([Awkward], scenario.Drive.ListItems().Select(item => "/" + item.Path.Trim('/')));
    }

    [Theory]
    [InlineData("ls /")]
    [InlineData("ls -R /")]
    [InlineData("tree")]
    [InlineData("du")]
    [InlineData("cat /Folder/a.txt")]
    [InlineData("get /Folder/a.txt TEMP/a.txt")]
    [InlineData("get /Folder TEMP/folder")]
    [InlineData("put TEMP/source /up")]
    [InlineData("cp /Folder/a.txt /b.txt")]
    [InlineData("mv /Folder/a.txt /b.txt")]
    [InlineData("rm /Folder/a.txt")]
    [InlineData("mkdir /new")]
    [InlineData("share /Folder/a.txt")]
    [InlineData("share /Folder/a.txt --list")]
    [InlineData("versions /Folder/a.txt")]
    [InlineData("sync up TEMP/source /up")]
    [InlineData("sync down /Folder TEMP/down")]
    [InlineData("check TEMP/source /Folder")]
    [InlineData("login --list")]
    [InlineData("whoami")]
    [InlineData("doctor")]
    public async Task EveryCommand_WithJson_WritesJsonOnly(string line)
    {
        await using var scenario = await CliScenario.StartAsync();
        scenario.Drive.WithFile("Folder/a.txt", [65]);
        scenario.Write("source/x.txt", "x");

        var run = await scenario.RunAsync(
            [.. line.Split(' ').Select(word => word.Replace("TEMP/", scenario["."] + "/", StringComparison.Ordinal)), "--json"]);

        Assert.True(run.Code is ExitCode.Success or ExitCode.Different, run.Error);
        Assert.Empty(run.Error);
        var reader = new Utf8JsonReader(
            System.Text.Encoding.UTF8.GetBytes(run.Output), new JsonReaderOptions { AllowMultipleValues = true });
        var count = 0;
        while (reader.Read())
            count++;
        Assert.True(count > 0);
    }

    [Fact]
    public void Of_TextThatSteersATerminal_ShowsItAsCodes() => Assert.Equal(
        "a\\u001B[31mb\\u202Ec 😀 \\uD83D", SafeText.Of("a\u001b[31mb\u202ec 😀 \ud83d"));

    [Fact]
    public async Task Watch_WithAState_TellsWhatChangedSinceTheLastRun()
    {
        await using var scenario = await CliScenario.StartAsync();
        var state = scenario["place"];
        await scenario.RunAsync("watch", "--once", "--state", state);
        scenario.Drive.WithFile("later.txt", [1]);

        var first = await scenario.RunAsync("watch", "--once", "--state", state);
        var second = await scenario.RunAsync("watch", "--once", "--state", state);

        Assert.Contains("later.txt", first.Output, StringComparison.Ordinal);
        Assert.Empty(second.Output);
    }

    [Fact]
    public async Task Put_AfterControlC_SaysHowToGoOnAndGoesOn()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var scenario = await CliScenario.StartAsync();

        // The second fragment gets no response, so that the upload cannot end before the signal arrives.
        scenario.Emulator.Faults.Add(Emulator.Fault.Stall().On(Emulator.EmulatorOperation.UploadFragment).After(1));
        var local = scenario["big.bin"];
        await File.WriteAllBytesAsync(local, new byte[48 * 1024 * 1024]);
        using (var process = scenario.Start("put", local, "/big.bin"))
        {
            await scenario.Emulator.Traffic.WaitForAsync(
                entry => entry.Operation is Emulator.EmulatorOperation.UploadFragment && entry.StatusCode == 202)
                .WaitAsync(TimeSpan.FromSeconds(90));
            using var kill = System.Diagnostics.Process.Start(
                "kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();

            Assert.Equal(ExitCode.Interrupted, process.ExitCode);
            Assert.Contains("Run the same command again", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        }

        scenario.Emulator.Faults.Clear();
        var run = await scenario.RunAsync("put", local, "/big.bin");

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Contains("went on from", run.Error, StringComparison.Ordinal);
    }
}
