using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.LiveTests.Checks;

internal static class SharingChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("a link is created, read and revoked", async context =>
        {
            var file = context.Folder.Child("small.bin");
            var link = await context.Client.Sharing.CreateLinkAsync(
                file, SharingLinkType.View, new CreateLinkOptions { Scope = SharingScope.Organization }, context.Cancellation);
            var address = link.Link?.WebUrl ?? throw new InvalidOperationException("The link has no address.");
            var shared = await context.Client.Sharing.GetSharedItemAsync(
                ItemAddress.Shared(new Uri(address)), cancellationToken: context.Cancellation);
            context.Observe("name behind the link", shared.Name);
            await context.Client.Sharing.RevokeAsync(file, link.Id!, cancellationToken: context.Cancellation);
            await foreach (var permission in context.Client.Sharing.ListPermissionsAsync(file).WithCancellation(context.Cancellation))
            {
                CheckContext.Require(permission.Id != link.Id, "The link is still there.");
            }
        }),
        new("permissions are listed", async context =>
        {
            var file = context.Folder.Child("large.bin");
            await context.Client.Sharing.CreateLinkAsync(
                file, SharingLinkType.View, new CreateLinkOptions { Scope = SharingScope.Organization }, context.Cancellation);
            var roles = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var permission in context.Client.Sharing.ListPermissionsAsync(file).WithCancellation(context.Cancellation))
            {
                roles.UnionWith(permission.Roles.Select(role => role.ToString()));
            }

            CheckContext.Require(roles.Count > 0, "There are no permissions.");
            context.Observe("roles", string.Join(' ', roles.Order(StringComparer.Ordinal)));
        }),
    ];
}
