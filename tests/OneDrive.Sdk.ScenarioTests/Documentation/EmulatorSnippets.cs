using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/emulator.md, run.</summary>
public sealed class EmulatorSnippets
{
    [Fact]
    public async Task Directory_IsThere()
    {
        // begin: start
        await using var emulator = await OneDriveEmulator.StartAsync(options => options.PageSize = 2);

        var alex = emulator.AddUser(user => user.UserPrincipalName = "alex@contoso.example");
        var sales = emulator.AddGroup(group => group.Mail = "sales@contoso.example");
        alex.Drive.WithFile("Reports/2024.xlsx", [1, 2, 3]).WithFolder("Archive");

        // end
        Assert.Equal(3, alex.Drive.ListItems().Count);
        Assert.NotNull(sales.Id);
    }

    [Fact]
    public async Task Faults_AreDeclared()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();

        // begin: faults
        emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromSeconds(2)).On(EmulatorOperation.UploadFragment).After(3).Times(2))
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment))
            .Add(Fault.Status(503).OnPath("/Reports/").WithProbability(0.1));

        // end
        Assert.Equal(3, emulator.Faults.ToList().Count);
    }

    [Fact]
    public async Task Limits_AreCounted()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();

        // begin: limits
        emulator.Limits = ServiceLimits.Of(ServiceLimitsProfile.Service) with { ChargesRefusals = true };

        // end
        Assert.True(emulator.Limits.ChargesRefusals);
    }

    [Fact]
    public async Task Traffic_IsRecorded()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();

        // begin: traffic
        var fragments = emulator.Traffic.Of(EmulatorOperation.UploadFragment);
        Assert.All(fragments, fragment => Assert.False(fragment.HasAuthorization));

        // end
        Assert.Empty(fragments);
    }
}
