using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/sharing.md, run against the emulator.</summary>
public sealed class SharingSnippets
{
    [Fact]
    public async Task Sharing_InvitesAndListsAndOpens()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        scenario.Drive.WithFolder("/Reports");
        var report = DriveAddress.Me.Path("/Reports");

        // begin: create link
        var permission = await client.Sharing.CreateLinkAsync(
            report, SharingLinkType.View, new CreateLinkOptions { Scope = SharingScope.Organization });
        var link = new Uri(permission.Link!.WebUrl!);

        // end
        // begin: invite
        await client.Sharing.InviteAsync(
            report,
            [new DriveRecipient { Email = "bob@contoso.example" }],
            [PermissionRole.Write],
            new InviteOptions { SendInvitation = true, Message = "Please have a look." });

        await foreach (var entry in client.Sharing.ListPermissionsAsync(report))
        {
            Console.WriteLine($"{entry.Id}: {string.Join(", ", entry.Roles)}");
        }

        // end
        // begin: open link
        var shared = ItemAddress.Shared(link);
        var item = await client.Items.GetAsync(shared);
        await foreach (var child in client.Items.ListChildrenAsync(shared))
        {
            Console.WriteLine(child.Name);
        }

        // end
        Assert.Equal("Reports", item.Name);
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.Invite));
    }
}
